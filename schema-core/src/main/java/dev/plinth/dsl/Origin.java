package dev.plinth.dsl;

/**
 * The line of the application that began a statement. It is looked for where somebody asks, as hardly anybody does: a
 * statement is begun thousands of times and left unfinished once.
 *
 * @param builder the class whose caller it is
 * @param stack of the call
 */
record Origin(String builder, Throwable stack) {

    /** The line that called the builder method that calls this. */
    static Origin ofCallerOf(Class<?> builder) {
        return new Origin(builder.getName(), new Throwable());
    }

    StackTraceElement frame() {
        StackTraceElement[] frames = stack.getStackTrace();
        int place = 0;
        while (!frames[place].getClassName().equals(builder)) {
            place++;
        }
        while (frames[place].getClassName().equals(builder)) {
            place++;
        }
        return frames[place];
    }

    /** {@code DomainFlow.java:42}. */
    String line() {
        return frame().getFileName() + ":" + frame().getLineNumber();
    }
}
