"""Files of answers as rows of cells: CSV, XLSX, JSON."""

from kb.monitoring.sheets.csv_sheet import read_csv
from kb.monitoring.sheets.json_sheet import read_json, sheet_of_rows
from kb.monitoring.sheets.sheet import Sheet, SheetRow
from kb.monitoring.sheets.xlsx_sheet import read_xlsx

__all__ = ["Sheet", "SheetRow", "read_csv", "read_json", "read_xlsx", "sheet_of_rows"]
