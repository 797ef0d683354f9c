package dev.plinth.dsl;

/** The line of the application that began a statement. */
record Origin(StackTraceElement frame) {

    /** The line that called the builder method that calls this. */
    static Origin ofCallerOf(Class<?> builder) {
        String name = builder.getName();
        return new Origin(StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(frame -> !frame.getClassName().equals(name))
                        .dropWhile(frame -> frame.getClassName().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .toStackTraceElement()));
    }

    /** {@code DomainFlow.java:42}. */
    String line() {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }
}
