package dev.plinth.diff;

import static dev.plinth.diff.ObjectKind.DYNAMODB_TABLE;
import static dev.plinth.diff.ObjectKind.LOCAL_INDEX;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.TableClass;
import java.util.List;

/** What comes with the table or never: its key, its local indexes; and what only a person changes. */
record DynamoTableDiff(DynamoTable declared, LiveDynamoTable live, DynamoFindings findings) {

    private static final String KEY_ADVICE =
            "the key of a table cannot be changed: declare the table under a new name and copy the items, or make the"
                    + " schema say what is live";
    private static final String ENCRYPTION_ADVICE =
            "change the key with UpdateTable (four times a day at most), or make the schema say what is live";
    private static final String CLASS_ADVICE =
            "change the class with UpdateTable (twice in 30 days at most), or make the schema say what is live";
    private static final String LOCAL_ADVICE =
            "a local index comes with its table or never: declare the table under a new name and copy the items, or make"
                    + " it a global index";

    void compare() {
        DynamoObstacles.ofState(live).ifPresent(reason -> findings.drift(
                table(), Drift.Kind.INVALID, "status", "ACTIVE", live.status().name(), reason));
        findings.different(
                table(),
                "key",
                DynamoKey.declared(declared.key(), declared).display(),
                DynamoKey.live(live.key(), live).display(),
                KEY_ADVICE);
        encryption();
        tableClass();
    }

    private void encryption() {
        Encryption wanted = declared.settings().encryption();
        if (wanted == null) {
            return;
        }
        String shown = DynamoWords.encryption(wanted);
        switch (live.settings().encryption()) {
            case LiveEncryption.NotReported() -> {}
            case LiveEncryption.AwsOwned() ->
                findings.different(
                        table(), "encryption", shown, DynamoWords.encryption(Encryption.AWS_OWNED), ENCRYPTION_ADVICE);
            case LiveEncryption.AccountKey(String arn) -> accountKey(wanted, arn);
        }
    }

    /** DescribeTable tells the ARN of a key: neither whose it is, nor which aliases it has. */
    private void accountKey(Encryption wanted, String arn) {
        switch (wanted) {
            case Encryption.AwsOwned() ->
                findings.different(
                        table(), "encryption", DynamoWords.encryption(wanted), "the key " + arn, ENCRYPTION_ADVICE);
            case Encryption.AwsManaged() -> {}
            case Encryption.CustomerManaged(String keyId) -> {
                if (KeyNames.isAlias(keyId)) {
                    findings.drift(
                            table(),
                            Drift.Kind.UNDECIDED,
                            "encryption",
                            DynamoWords.encryption(wanted),
                            "the key " + arn,
                            KeyNames.ALIAS_ADVICE);
                } else if (!KeyNames.isOf(keyId, arn)) {
                    findings.different(
                            table(), "encryption", DynamoWords.encryption(wanted), "the key " + arn, ENCRYPTION_ADVICE);
                }
            }
        }
    }

    private void tableClass() {
        TableClass wanted = declared.settings().tableClass();
        if (wanted != null) {
            live.settings().tableClass().settled().ifPresent(found -> findings.different(
                    table(), "table class", wanted.name(), found.name(), CLASS_ADVICE));
        }
    }

    void localIndex(LocalIndex index) {
        Subject subject = Subject.on(LOCAL_INDEX, index.name(), declared.name());
        live.localIndex(index.name())
                .ifPresentOrElse(
                        found -> compare(subject, index, found),
                        () -> findings.different(
                                subject, "definition", DynamoWords.localIndex(index), "", LOCAL_ADVICE));
    }

    private void compare(Subject subject, LocalIndex index, LocalIndex found) {
        findings.different(
                subject,
                "key",
                DynamoKey.declared(declared.keyOf(index), declared).display(),
                DynamoKey.live(liveKey(found), live).display(),
                LOCAL_ADVICE);
        findings.different(
                subject,
                "projection",
                DynamoWords.projection(index.projection()),
                DynamoWords.projection(found.projection()),
                LOCAL_ADVICE);
    }

    private KeySchema liveKey(LocalIndex found) {
        return new KeySchema(live.key().partitionKey(), List.of(found.sortKey()));
    }

    private Subject table() {
        return Subject.of(DYNAMODB_TABLE, declared.name());
    }
}
