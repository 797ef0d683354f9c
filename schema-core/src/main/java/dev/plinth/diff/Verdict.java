package dev.plinth.diff;

/** Whether two spellings mean the same. The third answer is never acted on. */
public enum Verdict {
    EQUAL,
    DIFFERENT,
    UNDECIDED
}
