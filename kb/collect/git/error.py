"""What goes wrong with a git repository."""

from kb.collect.fetch import FetchError


class GitError(FetchError):
    """A repository was not collected, or not to its end; what was archived before stays.

    `code` is one of: `git_missing`, `busy` (nothing was asked); `gave_up`, `no_repository`, `empty_repository`,
    `repository_too_large`, `too_slow`, `disk_full` (the copy was not made, the next run goes on with it);
    `broken_copy` (the local copy cannot be read). What fetching forbids (`foreign_host`, `private_address` …) comes
    as FetchError.
    """
