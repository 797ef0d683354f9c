package dev.plinth.spring;

/** What happens with the schema when the application starts. */
public enum Mode {
    /** What is missing is created; other findings end the start only where {@code plinth.fail-on} names them. */
    APPLY,
    /** Nothing is changed; what is missing or differs ends the start, unless {@code plinth.fail-on} says otherwise. */
    VERIFY,
    /** Nothing is asked and nothing is changed. */
    OFF
}
