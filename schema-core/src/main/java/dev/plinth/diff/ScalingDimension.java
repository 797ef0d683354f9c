package dev.plinth.diff;

/** Which capacity auto scaling moves. */
public enum ScalingDimension {
    READS,
    WRITES;

    /** In words, for messages. */
    public String words() {
        return this == READS ? "reads" : "writes";
    }
}
