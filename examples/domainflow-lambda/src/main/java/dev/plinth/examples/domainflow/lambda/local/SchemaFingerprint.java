package dev.plinth.examples.domainflow.lambda.local;

import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.json.Fingerprint;

/** Prints the fingerprint of the schema in the package, for the template that makes the function run again. */
public final class SchemaFingerprint {

    private SchemaFingerprint() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        System.out.println(Fingerprint.of(DomainFlow.SCHEMA));
    }
}
