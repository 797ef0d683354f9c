package dev.plinth.test.dynamo;

import static dev.plinth.test.dynamo.ServiceErrors.inUse;
import static dev.plinth.test.dynamo.ServiceErrors.invalid;
import static dev.plinth.test.dynamo.ServiceErrors.limit;
import static dev.plinth.test.dynamo.ServiceErrors.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** Indexes that come and go beside a table in use: one at a time, whether global or vector. */
record IndexUpdates(Account account, FakeTable table, UpdateTableRequest request) {

    void update() {
        List<SdkPojo> vectors = VectorMembers.updates(request);
        List<GlobalSecondaryIndexUpdate> global = request.globalSecondaryIndexUpdates();
        long slots = vectors.size() + global.stream().filter(update -> update.update() == null).count();
        if (slots > 1) {
            throw oneOnly();
        }
        vectors.forEach(this::vector);
        for (GlobalSecondaryIndexUpdate update : global) {
            if (update.create() != null) {
                create(update.create());
            } else if (update.delete() != null) {
                delete(update.delete().indexName());
            } else if (update.update() != null) {
                change(update.update());
            } else {
                throw invalid("One of GlobalSecondaryIndexUpdate.Update, Create, Delete must not be null");
            }
        }
    }

    private void create(CreateGlobalSecondaryIndexAction index) {
        IndexRules.global(index, table.billing);
        free(index.indexName());
        long count = table.indexes(now()).stream().filter(other -> other.vector == null).count();
        if (count >= CreationRules.GLOBAL_INDEXES) {
            throw limit("Number of global secondary indexes exceeds per-table limit of 20");
        }
        define(index.keySchema().stream().map(element -> element.attributeName()).toList());
        table.add(FakeIndex.added(index, now(), account.filling));
        accept(index.indexName(), true);
    }

    private void vector(SdkPojo update) {
        VectorMembers.part(update, "Create").ifPresent(index -> {
            VectorRules.check(index, table.billing);
            free(VectorMembers.name(index));
            if (table.indexes(now()).stream().filter(other -> other.vector != null).count() >= VectorRules.INDEXES) {
                throw limit("Number of vector indexes exceeds per-table limit of 5");
            }
            define(VectorMembers.attributes(index));
            table.add(FakeIndex.vectorAdded(index, now(), account.filling));
            accept(VectorMembers.name(index), true);
        });
        VectorMembers.part(update, "Delete").ifPresent(index -> delete(VectorMembers.name(index)));
    }

    /** The name is free, and so is the place for an index on its way. */
    private void free(String name) {
        if (table.index(name, now()) instanceof FakeIndex other && !other.isOnline(now())
                || table.hasLocalIndex(name)) {
            throw invalid("Attempting to create an index which already exists: " + name);
        }
        if (table.isOnline(now())) {
            throw oneOnly();
        }
        settled();
    }

    private RuntimeException oneOnly() {
        return limit("Only 1 online index can be created or deleted simultaneously per table");
    }

    /** The definitions of the request serve the new keys alone, and are not held against what the table knows. */
    private void define(List<String> keys) {
        Set<String> known = new HashSet<>(table.attributes.keySet());
        request.attributeDefinitions().stream().map(AttributeDefinition::attributeName).forEach(known::add);
        if (!known.containsAll(keys)) {
            throw invalid("Some index key attributes are not defined in AttributeDefinitions. Keys: " + keys
                    + ", AttributeDefinitions: " + known);
        }
        request.attributeDefinitions().stream()
                .filter(attribute -> keys.contains(attribute.attributeName()))
                .forEach(table::define);
    }

    private void delete(String name) {
        FakeIndex index = find(name);
        if (table.isOnline(now()) && !index.isFilling(now())) {
            throw oneOnly();
        }
        settled();
        index.delete(now());
        accept("delete " + name, true);
    }

    private void change(UpdateGlobalSecondaryIndexAction change) {
        FakeIndex index = find(change.indexName());
        if (index.isOnline(now())) {
            throw inUse("Index is being created: " + index.name);
        }
        settled();
        if (change.provisionedThroughput() != null) {
            IndexRules.capacity(change.provisionedThroughput(), table.billing, "index: " + index.name);
            if (change.provisionedThroughput().equals(index.throughput)) {
                throw validation("The provisioned throughput for the index " + index.name + " will not change.");
            }
            index.throughput = change.provisionedThroughput();
            index.updatingUntil = now() + Durations.THROUGHPUT.toNanos();
            accept(index.name + " ProvisionedThroughput", true);
        }
        if (change.onDemandThroughput() != null) {
            IndexRules.onDemand(change.onDemandThroughput(), table.billing);
            boolean news = !change.onDemandThroughput().equals(index.onDemand);
            index.onDemand = change.onDemandThroughput();
            accept(index.name + " OnDemandThroughput", news);
        }
        if (change.warmThroughput() != null) {
            warm(index, change.warmThroughput());
        }
    }

    private void warm(FakeIndex index, WarmThroughput wanted) {
        if (now() < index.warmingUntil) {
            throw inUse("IOPS are currently being updated for the index: " + index.name);
        }
        WarmThroughput before = table.warm(index.warm, index.throughput);
        IndexRules.warm(wanted, table.billing, index.throughput);
        index.warm = raised(before, wanted);
        boolean news = !table.warm(index.warm, index.throughput).equals(before);
        index.warmingUntil = news ? now() + account.warming.toNanos() : 0;
        accept(index.name + " WarmThroughput", news);
    }

    /** It only grows. */
    static WarmThroughput raised(WarmThroughput before, WarmThroughput wanted) {
        Long reads = wanted.readUnitsPerSecond();
        Long writes = wanted.writeUnitsPerSecond();
        boolean lower = reads != null && reads < before.readUnitsPerSecond()
                || writes != null && writes < before.writeUnitsPerSecond();
        if (lower) {
            throw invalid("WarmThroughput cannot be decreased");
        }
        return WarmThroughput.builder()
                .readUnitsPerSecond(reads == null ? before.readUnitsPerSecond() : reads)
                .writeUnitsPerSecond(writes == null ? before.writeUnitsPerSecond() : writes)
                .build();
    }

    private FakeIndex find(String name) {
        FakeIndex index = table.index(name, now());
        if (index == null) {
            throw ServiceErrors.notFound("No index " + name + " for table: " + table.name());
        }
        return index;
    }

    private void settled() {
        if (table.isUpdating(now())) {
            throw inUse("Attempt to change a resource which is still in use: Table is being updated: " + table.name());
        }
    }

    private void accept(String what, boolean effective) {
        account.log.accept("UpdateTable", table, what, effective);
    }

    private long now() {
        return account.now();
    }
}
