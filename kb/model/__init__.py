"""Values that the rooms hand to each other; standard library only."""

from kb.model.act import Act, ActStatus, ActType, Clause, ClauseKind, Edition
from kb.model.answer import Answer, AnswerState, AnswerValue, Intent
from kb.model.collection import Fetched, Reach, Repository, Request
from kb.model.document import Block, BlockKind, Cell, Document, Issue, Severity
from kb.model.evidence import Evidence
from kb.model.language import Language
from kb.model.review import (
    Decided,
    Decision,
    DoubtReason,
    ReviewItem,
    ReviewKind,
    ReviewState,
    Verdict,
    apply_decisions,
    words_digest,
)
from kb.model.service import (
    Card,
    Gap,
    LifeSituation,
    Mention,
    RegisterStatus,
    RegisterText,
    Service,
    ServiceState,
    SurveyChannel,
    SurveyPlace,
    SurveyRow,
)
from kb.model.source import ExpectedField, Layout, Snapshot, Source, SourceKind
from kb.model.statement import Attribute, Scope, ScopeField, Standing, Statement
from kb.model.value import (
    ActReference,
    Bound,
    Channel,
    ChannelCode,
    Deadline,
    DocumentForm,
    Fee,
    FeeKind,
    PaymentWay,
    Purpose,
    RequiredDocument,
    StartEvent,
    Text,
    Unit,
    Value,
)

__all__ = [
    "Act", "ActReference", "ActStatus", "ActType", "Answer", "AnswerState", "AnswerValue", "Attribute", "Block",
    "BlockKind", "Bound", "Card", "Cell", "Channel", "ChannelCode", "Clause", "ClauseKind", "Deadline", "Decided",
    "Decision", "Document", "DocumentForm", "DoubtReason", "Edition", "Evidence", "ExpectedField", "Fee", "FeeKind",
    "Fetched", "Gap", "Intent", "Issue", "Language", "Layout", "LifeSituation", "Mention", "PaymentWay", "Purpose",
    "Reach", "RegisterStatus", "RegisterText", "Repository", "Request", "RequiredDocument", "ReviewItem", "ReviewKind",
    "ReviewState", "Scope", "ScopeField", "Service", "ServiceState", "Severity", "Snapshot", "Source", "SourceKind",
    "Standing", "StartEvent", "Statement", "SurveyChannel", "SurveyPlace", "SurveyRow", "Text", "Unit", "Value",
    "Verdict", "apply_decisions", "words_digest",
]  # fmt: skip
