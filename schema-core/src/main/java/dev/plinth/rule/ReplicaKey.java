package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.Replica;
import java.util.stream.Stream;

/** Either the table and all its replicas have keys of the customer, or none has. */
final class ReplicaKey implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.REPLICA;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        boolean own = table.settings().encryption() instanceof Encryption.CustomerManaged;
        return table.settings().replication().replicas().stream()
                .filter(it -> own == (it.keyId() == null))
                .map(it -> own ? keyless(table, it) : keyed(table, it));
    }

    private Problem keyless(DynamoTable table, Replica replica) {
        return error(
                table.name(),
                "is encrypted with a key of the customer, and its replica in " + replica.region() + " has none",
                "Say replica(\"" + replica.region() + "\", key) with the key of that region.");
    }

    private Problem keyed(DynamoTable table, Replica replica) {
        return error(
                table.name(),
                "has a replica in " + replica.region()
                        + " with a key of the customer, and is itself not encrypted with one",
                "Say encryption(customerManaged(...)) for the table, or drop the key of the replica.");
    }
}
