package dev.plinth.examples.domainflow;

import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.job.Job;

/** {@code domainflow plan|apply|verify|render|fingerprint}: the whole program is {@link Job}. */
public final class Main {

    /** The triggers keep {@code updated_at} and do nothing else, so tables that are in use get them too. */
    static final Job JOB = Job.of("domainflow", DomainFlow.SCHEMA).allow("trigger");

    private Main() {}

    /** Exits with 0 complete, 1 failed, 2 missing or different, 3 pending, deferred, blocked or undecided, 64 usage. */
    public static void main(String[] arguments) {
        System.exit(JOB.run(arguments));
    }
}
