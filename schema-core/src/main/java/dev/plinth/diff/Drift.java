package dev.plinth.diff;

/**
 * Something live that is not what the schema declares. Nothing is ever done about it.
 *
 * @param aspect what differs, in a word or two: {@code type}, {@code default}, {@code predicate}
 * @param declared what the schema says; empty where it says nothing
 * @param live what the store has; empty where it has nothing
 * @param advice what a person can do
 */
public record Drift(Subject subject, Kind kind, String aspect, String declared, String live, String advice) {

    /** What sort of difference it is. */
    public enum Kind {
        /** The two definitions differ. */
        DIFFERENT,
        /** Whether the two definitions differ could not be decided. */
        UNDECIDED,
        /** The name is taken by an object of another kind or of another table. */
        CONFLICT,
        /** The object exists but is not usable, for example an index whose build was interrupted. */
        INVALID,
        /** An equivalent object exists under another name; it counts as present. */
        OTHER_NAME;

        /** Whether it is only worth a note: the store does what the schema asks for. */
        public boolean isNote() {
            return this == OTHER_NAME;
        }
    }

    private static final String BY_EYE =
            "compare the two by eye, or write the schema the way the store prints it";

    private static final String LOOK_CLOSER = "verify() looks closer; where it cannot tell either, " + BY_EYE;

    /** A difference of two texts that nothing but a closer look can decide. */
    static Drift undecided(Subject subject, String aspect, String declared, String live) {
        return new Drift(subject, Kind.UNDECIDED, aspect, declared, live, LOOK_CLOSER);
    }

    /** The same where the closer look was taken and could not tell either. */
    public Drift afterCloserLook() {
        return advice.equals(LOOK_CLOSER) ? new Drift(subject, kind, aspect, declared, live, BY_EYE) : this;
    }

    /** One line for a person, with the advice. */
    public String message() {
        return comparison() + "; " + advice;
    }

    /** The same without the advice: the subject and its two sides. */
    public String comparison() {
        String doubt = kind == Kind.UNDECIDED ? " (could not be proved equal or different)" : "";
        return subject.display() + ": " + aspect + ": " + sides() + doubt;
    }

    private String sides() {
        if (declared.isEmpty()) {
            return "store has " + live + ", which the schema does not declare";
        }
        return "schema says " + declared + ", store has " + (live.isEmpty() ? "nothing" : live);
    }
}
