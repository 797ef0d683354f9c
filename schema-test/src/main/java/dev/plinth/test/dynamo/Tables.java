package dev.plinth.test.dynamo;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** The operations on whole tables. */
record Tables(Account account) {

    private static final int PAGE = 100;

    CreateTableResponse create(CreateTableRequest request) {
        CreationRules.check(request);
        long now = account.now();
        if (account.has(request.tableName())) {
            boolean creating = account.table(request.tableName()).isCreating(now);
            throw ServiceErrors.inUse(
                    (creating ? "Table is being created: " : "Table already exists: ") + request.tableName());
        }
        FakeTable table = new FakeTable(request, account.newId(), now);
        account.put(table);
        account.log.accept("CreateTable", table, "", true);
        return CreateTableResponse.builder().tableDescription(Descriptions.of(table, now)).build();
    }

    DescribeTableResponse describe(DescribeTableRequest request) {
        FakeTable table = account.table(request.tableName());
        return DescribeTableResponse.builder().table(Descriptions.of(table, account.now())).build();
    }

    DeleteTableResponse delete(DeleteTableRequest request) {
        FakeTable table = account.table(request.tableName());
        long now = account.now();
        if (table.deletionProtection) {
            throw ServiceErrors.validation("Resource cannot be deleted as it is currently protected against deletion."
                    + " Disable deletion protection first.");
        }
        if (table.isCreating(now) || table.isDeleting(now) || table.isUpdating(now) || table.isOnline(now)) {
            throw ServiceErrors.inUse("Attempt to change a resource which is still in use: Table is being "
                    + (table.isCreating(now) ? "created: " : table.isDeleting(now) ? "deleted: " : "updated: ")
                    + table.name());
        }
        table.delete(now);
        account.log.accept("DeleteTable", table, "", true);
        return DeleteTableResponse.builder().tableDescription(Descriptions.of(table, now)).build();
    }

    ListTablesResponse list(ListTablesRequest request) {
        int page = request.limit() == null ? PAGE : request.limit();
        String after = request.exclusiveStartTableName() == null ? "" : request.exclusiveStartTableName();
        List<String> names = account.tables().stream()
                .map(FakeTable::name)
                .filter(name -> name.compareTo(after) > 0)
                .toList();
        List<String> shown = names.subList(0, Math.min(page, names.size()));
        return ListTablesResponse.builder()
                .tableNames(shown)
                .lastEvaluatedTableName(shown.size() < names.size() ? shown.get(shown.size() - 1) : null)
                .build();
    }
}
