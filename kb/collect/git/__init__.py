"""Git repositories into the archive; see docs/collecting.md."""

from kb.collect.git.collecting import collect_repository
from kb.collect.git.error import GitError
from kb.collect.git.history import RepositoryReport
from kb.collect.git.limits import GitLimits

__all__ = ["GitError", "GitLimits", "RepositoryReport", "collect_repository"]
