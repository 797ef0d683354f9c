package dev.plinth.job;

/**
 * {@code java -cp app.jar dev.plinth.job.Main apply --schema com.acme.Schemas#SCHEMA}: a job for any schema on the class
 * path, with no line of code. {@code --help} tells all of it.
 */
public final class Main {

    private Main() {}

    /** Exits with 0 complete, 1 failed, 2 missing or different, 3 pending, deferred, blocked or undecided, 64 usage. */
    public static void main(String[] arguments) {
        System.exit(Job.ofNamedSchema("plinth").run(arguments));
    }
}
