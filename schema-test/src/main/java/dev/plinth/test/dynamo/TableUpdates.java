package dev.plinth.test.dynamo;

import static dev.plinth.test.dynamo.ServiceErrors.inUse;
import static dev.plinth.test.dynamo.ServiceErrors.invalid;
import static dev.plinth.test.dynamo.ServiceErrors.limit;
import static dev.plinth.test.dynamo.ServiceErrors.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** UpdateTable: one logical change in a call, each with the states in which the service takes it. */
record TableUpdates(Account account, FakeTable table, UpdateTableRequest request) {

    private static final String BUSY = "Attempt to change a resource which is still in use: ";

    static UpdateTableResponse update(Account account, UpdateTableRequest request) {
        FakeTable table = account.table(request.tableName());
        new TableUpdates(account, table, request).update();
        return UpdateTableResponse.builder()
                .tableDescription(Descriptions.of(table, account.now()))
                .build();
    }

    private void update() {
        List<Runnable> changes = changes();
        if (changes.isEmpty()) {
            throw validation("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                    + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
        if (changes.size() > 1) {
            throw invalid("UpdateTable takes one kind of change in a call");
        }
        if (table.isCreating(now()) || table.isDeleting(now())) {
            throw inUse(BUSY + "Table is being " + (table.isCreating(now()) ? "created: " : "deleted: ")
                    + table.name());
        }
        if (now() < table.settings.tagsLockedUntil) {
            throw inUse(BUSY + "Table tags are being updated: " + table.name());
        }
        changes.get(0).run();
    }

    private List<Runnable> changes() {
        List<Runnable> changes = new ArrayList<>();
        boolean indexes = request.hasGlobalSecondaryIndexUpdates() || !VectorMembers.updates(request).isEmpty();
        if (indexes) {
            changes.add(new IndexUpdates(account, table, request)::update);
        }
        if (!indexes && (request.billingMode() != null || request.provisionedThroughput() != null)) {
            changes.add(this::billing);
        }
        if (request.streamSpecification() != null) {
            changes.add(this::stream);
        }
        if (request.onDemandThroughput() != null) {
            changes.add(this::onDemand);
        }
        if (request.warmThroughput() != null) {
            changes.add(this::warm);
        }
        if (request.sseSpecification() != null) {
            changes.add(this::encryption);
        }
        if (request.tableClass() != null) {
            changes.add(this::tableClass);
        }
        if (request.deletionProtectionEnabled() != null) {
            changes.add(this::protection);
        }
        if (request.hasReplicaUpdates() || request.hasGlobalTableWitnessUpdates()) {
            changes.add(new ReplicaUpdates(account, table, request)::update);
        }
        return changes;
    }

    /** Capacity may be changed while an index is being filled. */
    private void billing() {
        settled();
        boolean switches = request.billingMode() != null && request.billingMode() != table.billing;
        BillingMode mode = request.billingMode() == null ? table.billing : request.billingMode();
        IndexRules.capacity(request.provisionedThroughput(), mode, "the table");
        if (!switches && request.provisionedThroughput() != null
                && request.provisionedThroughput().equals(table.throughput)) {
            throw validation("The provisioned throughput for the table will not change.");
        }
        if (switches) {
            table.onDemand = null;
        }
        table.billingWasSwitched |= switches;
        table.billing = mode;
        table.throughput = request.provisionedThroughput();
        table.updatingUntil = now() + (switches ? Durations.BILLING : Durations.THROUGHPUT).toNanos();
        accept("BillingMode", true);
    }

    private void stream() {
        StreamSpecification stream = request.streamSpecification();
        CreationRules.stream(stream);
        if (table.isAllocating(now())) {
            throw inUse("Can't change stream status when an index is being created: " + table.name());
        }
        settled();
        boolean enabled = table.stream != null && Boolean.TRUE.equals(table.stream.streamEnabled());
        if (!table.settings.replicas.isEmpty()) {
            throw validation("The stream of a table with replicas cannot be changed: " + table.name());
        }
        if (Boolean.TRUE.equals(stream.streamEnabled()) == enabled) {
            throw validation(enabled
                    ? "Table already has an enabled stream: TableName: " + table.name()
                    : "Table does not have a stream to disable: TableName: " + table.name());
        }
        table.stream = stream;
        table.updatingUntil = now() + Durations.STREAM.toNanos();
        accept("StreamSpecification", true);
    }

    private void onDemand() {
        idle();
        IndexRules.onDemand(request.onDemandThroughput(), table.billing);
        boolean news = !request.onDemandThroughput().equals(table.onDemand);
        table.onDemand = request.onDemandThroughput();
        accept("OnDemandThroughput", news);
    }

    private void warm() {
        idle();
        if (now() < table.warmingUntil) {
            throw inUse("IOPS are currently being updated for the table: " + table.name());
        }
        WarmThroughput before = table.warm();
        IndexRules.warm(request.warmThroughput(), table.billing, table.throughput);
        table.warm = IndexUpdates.raised(before, request.warmThroughput());
        boolean news = !table.warm().equals(before);
        table.warmingUntil = news ? now() + account.warming.toNanos() : 0;
        accept("WarmThroughput", news);
    }

    private void encryption() {
        idle();
        CreationRules.encryption(request.sseSpecification());
        count(table.encryptionChanges, Duration.ofDays(1), 4, "Encryption mode changes are limited to 4 in 24 hours");
        table.encryption = request.sseSpecification();
        table.encryptingUntil = now() + Durations.ENCRYPTION.toNanos();
        accept("SSESpecification", true);
    }

    private void tableClass() {
        idle();
        count(table.classChanges, Duration.ofDays(30), 2, "TableClass can be changed 2 times in 30 days");
        table.tableClass = request.tableClassAsString();
        table.updatingUntil = now() + Durations.TABLE_CLASS.toNanos();
        accept("TableClass", true);
    }

    private void protection() {
        settled();
        boolean wanted = request.deletionProtectionEnabled();
        boolean news = wanted != table.deletionProtection;
        if (news) {
            Companions.cooldown(account, "Deletion protection", table.settings.protectionChangedAt);
            table.settings.protectionChangedAt = now();
        }
        table.deletionProtection = wanted;
        accept("DeletionProtectionEnabled", news);
    }

    private void count(Deque<Long> changes, Duration within, int limit, String message) {
        changes.removeIf(at -> at <= now() - within.toNanos());
        if (changes.size() >= limit) {
            throw limit(message + ": " + table.name());
        }
        changes.add(now());
    }

    /** The table is not being updated; an index may be on its way as long as it is being filled already. */
    private void settled() {
        if (table.isUpdating(now())) {
            throw inUse(BUSY + "Table is being updated: " + table.name());
        }
    }

    private void idle() {
        settled();
        if (table.isOnline(now())) {
            throw inUse("Can't update the table when an index is being created: " + table.name());
        }
    }

    private void accept(String what, boolean effective) {
        account.log.accept("UpdateTable", table, what, effective);
    }

    private long now() {
        return account.now();
    }
}
