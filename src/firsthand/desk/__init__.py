"""Use cases: one drafting session over one manuscript, reports, imports. No Qt, no widgets."""
