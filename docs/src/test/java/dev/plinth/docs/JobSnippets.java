package dev.plinth.docs;

import dev.plinth.job.Job;

/** The Java of docs/jobs.md. */
final class JobSnippets {

    private JobSnippets() {}

    public static void main(String[] arguments) {
        System.exit(Job.of("shop-schema", Shop.SCHEMA).run(arguments));
    }
}
