package dev.plinth.rule;

/** How bad a problem is. */
public enum Severity {
    /** The schema cannot be used: a store would refuse it. */
    ERROR,
    /** The schema can be used; it says something that is hardly ever meant. */
    WARNING
}
