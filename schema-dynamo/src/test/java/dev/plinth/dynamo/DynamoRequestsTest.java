package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.model.dynamo.Encryption.AWS_MANAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.model.dynamo.DynamoTable;
import org.junit.jupiter.api.Test;

class DynamoRequestsTest {

    private static String create(DynamoTable table) {
        return DynamoRequests.of().render(table).get(0).json();
    }

    @Test
    void a_table_that_pays_per_request() {
        DynamoTable sessions = dynamoTable("Sessions", t -> {
            t.partitionKey(t.string("session_id"));
            var user = t.string("user_id");
            var last = t.string("last_activity");
            t.number("message_count").describe("not in a key, so not in the request");
            t.globalIndex("user-activity-index").partitionKey(user).sortKey(last);
            t.encryption(AWS_MANAGED);
        });

        assertThat(create(sessions)).isEqualTo("""
                {
                  "AttributeDefinitions": [
                    {
                      "AttributeName": "last_activity",
                      "AttributeType": "S"
                    },
                    {
                      "AttributeName": "session_id",
                      "AttributeType": "S"
                    },
                    {
                      "AttributeName": "user_id",
                      "AttributeType": "S"
                    }
                  ],
                  "TableName": "Sessions",
                  "KeySchema": [
                    {
                      "AttributeName": "session_id",
                      "KeyType": "HASH"
                    }
                  ],
                  "GlobalSecondaryIndexes": [
                    {
                      "IndexName": "user-activity-index",
                      "KeySchema": [
                        {
                          "AttributeName": "user_id",
                          "KeyType": "HASH"
                        },
                        {
                          "AttributeName": "last_activity",
                          "KeyType": "RANGE"
                        }
                      ],
                      "Projection": {
                        "ProjectionType": "ALL"
                      }
                    }
                  ],
                  "BillingMode": "PAY_PER_REQUEST",
                  "SSESpecification": {
                    "Enabled": true,
                    "SSEType": "KMS"
                  }
                }
                """);
    }

    @Test
    void provisioned_throughput_and_a_key_of_several_attributes() {
        DynamoTable counters = dynamoTable("Counters", t -> {
            var bucket = t.number("bucket");
            var digest = t.binary("digest");
            t.partitionKey(bucket).sortKey(digest);
            t.provisioned(5, 2);
            t.globalIndex("by-both").partitionKey(digest, bucket).sortKey(t.number("total")).throughput(1, 1)
                    .projectInclude(t.string("note"), t.string("author"));
            t.globalIndex("by-digest").partitionKey(digest).throughput(3, 1).projectKeysOnly();
        });

        assertThat(create(counters)).isEqualTo("""
                {
                  "AttributeDefinitions": [
                    {
                      "AttributeName": "bucket",
                      "AttributeType": "N"
                    },
                    {
                      "AttributeName": "digest",
                      "AttributeType": "B"
                    },
                    {
                      "AttributeName": "total",
                      "AttributeType": "N"
                    }
                  ],
                  "TableName": "Counters",
                  "KeySchema": [
                    {
                      "AttributeName": "bucket",
                      "KeyType": "HASH"
                    },
                    {
                      "AttributeName": "digest",
                      "KeyType": "RANGE"
                    }
                  ],
                  "GlobalSecondaryIndexes": [
                    {
                      "IndexName": "by-both",
                      "KeySchema": [
                        {
                          "AttributeName": "digest",
                          "KeyType": "HASH"
                        },
                        {
                          "AttributeName": "bucket",
                          "KeyType": "HASH"
                        },
                        {
                          "AttributeName": "total",
                          "KeyType": "RANGE"
                        }
                      ],
                      "Projection": {
                        "ProjectionType": "INCLUDE",
                        "NonKeyAttributes": [
                          "note",
                          "author"
                        ]
                      },
                      "ProvisionedThroughput": {
                        "ReadCapacityUnits": 1,
                        "WriteCapacityUnits": 1
                      }
                    },
                    {
                      "IndexName": "by-digest",
                      "KeySchema": [
                        {
                          "AttributeName": "digest",
                          "KeyType": "HASH"
                        }
                      ],
                      "Projection": {
                        "ProjectionType": "KEYS_ONLY"
                      },
                      "ProvisionedThroughput": {
                        "ReadCapacityUnits": 3,
                        "WriteCapacityUnits": 1
                      }
                    }
                  ],
                  "BillingMode": "PROVISIONED",
                  "ProvisionedThroughput": {
                    "ReadCapacityUnits": 5,
                    "WriteCapacityUnits": 2
                  }
                }
                """);
    }

    @Test
    void a_table_without_indexes_has_no_list_of_them() {
        DynamoTable plain = dynamoTable("Plain", t -> t.partitionKey(t.string("id")));

        assertThat(create(plain)).isEqualTo("""
                {
                  "AttributeDefinitions": [
                    {
                      "AttributeName": "id",
                      "AttributeType": "S"
                    }
                  ],
                  "TableName": "Plain",
                  "KeySchema": [
                    {
                      "AttributeName": "id",
                      "KeyType": "HASH"
                    }
                  ],
                  "BillingMode": "PAY_PER_REQUEST"
                }
                """);
    }

    @Test
    void what_create_table_cannot_carry_follows_it() {
        assertThat(DynamoRequests.of().tablePrefix("staging-").render(Tables.of(Tables.REPORTS, Tables.COUNTERS)))
                .extracting(request -> request.command() + " " + request.fileName())
                .containsExactly(
                        "create-table Reports.create-table.json",
                        "update-continuous-backups Reports.update-continuous-backups.json",
                        "create-table Counters.create-table.json");
        assertThat(DynamoRequests.of().tablePrefix("staging-").render(Tables.REPORTS).get(1).json()).isEqualTo("""
                {
                  "TableName": "staging-Reports",
                  "PointInTimeRecoverySpecification": {
                    "PointInTimeRecoveryEnabled": true
                  }
                }
                """);
    }

    @Test
    void an_index_for_a_table_that_exists() {
        DynamoRequest request =
                DynamoRequests.of().addIndex(Tables.REPORTS, Tables.REPORTS.globalIndexes().get(1));

        assertThat(request.fileName()).isEqualTo("Reports.domain-created-index.update-table.json");
        assertThat(request.json()).isEqualTo("""
                {
                  "AttributeDefinitions": [
                    {
                      "AttributeName": "created_at",
                      "AttributeType": "S"
                    },
                    {
                      "AttributeName": "domain_id",
                      "AttributeType": "S"
                    }
                  ],
                  "TableName": "Reports",
                  "GlobalSecondaryIndexUpdates": [
                    {
                      "Create": {
                        "IndexName": "domain-created-index",
                        "KeySchema": [
                          {
                            "AttributeName": "domain_id",
                            "KeyType": "HASH"
                          },
                          {
                            "AttributeName": "created_at",
                            "KeyType": "RANGE"
                          }
                        ],
                        "Projection": {
                          "ProjectionType": "ALL"
                        }
                      }
                    }
                  ]
                }
                """);
    }

    @Test
    void a_prefix_that_no_table_name_can_have_is_refused() {
        assertThatThrownBy(() -> DynamoRequests.of().tablePrefix("prod/"))
                .hasMessage(
                        "table prefix \"prod/\": the name of a DynamoDB table may hold letters, digits, '_', '.' and '-'"
                                + " only; take the rest out");
    }

    @Test
    void a_prefix_that_makes_a_name_too_long_is_refused() {
        DynamoRequests requests = DynamoRequests.of().tablePrefix("p".repeat(250));

        assertThatThrownBy(() -> requests.render(Tables.REPORTS))
                .hasMessage("DynamoDB table Reports: its name \"" + "p".repeat(250)
                        + "Reports\" has 257 characters; DynamoDB takes 3 to 255, so change the prefix or the suffix");
    }
}
