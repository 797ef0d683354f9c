package dev.plinth.docs;

import static dev.plinth.docs.DynamoSnippets.SCHEMA;
import static dev.plinth.docs.DynamoSnippets.SESSIONS;
import static dev.plinth.dsl.SchemaDsl.schema;

import dev.plinth.dynamo.DynamoSchemas;
import dev.plinth.dynamo.DynamoTemplate;
import dev.plinth.dynamo.DynamoTemplates;
import dev.plinth.dynamo.DynamoWorkbench;
import dev.plinth.dynamo.WorkbenchModel;
import dev.plinth.dynamo.WorkbenchSchema;
import dev.plinth.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

/** The Java of docs/dynamodb-outputs.md. */
final class DynamoOutputSnippets {

    private DynamoOutputSnippets() {}

    static List<String> templates() {
        DynamoTemplate template =
                DynamoTemplates.of().namePrefix("${AWS::StackName}-").render(schema("chat", SESSIONS));
        String whole = template.yaml(); // or json()
        String resourcesAlone = template.resourcesYaml(); // or resourcesJson()
        return List.of(whole, resourcesAlone);
    }

    static void check() {
        DynamoSchemas.check(SESSIONS, TableSchema.fromBean(Session.class));
    }

    static void export(Path file) throws IOException {
        WorkbenchModel model = DynamoWorkbench.of().author("chat").render(SCHEMA);
        Files.writeString(file, model.json());
        model.leftOut().forEach(System.out::println);
    }

    static Schema read(Path file) throws IOException {
        WorkbenchSchema designed = DynamoWorkbench.read(Files.readString(file));
        Schema schema = designed.schema();
        return schema;
    }

    /** Has the index with half of its key. */
    @DynamoDbBean
    public static class Session {
        private String id = "";
        private String user = "";

        @DynamoDbPartitionKey
        @DynamoDbAttribute("session_id")
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "user-activity-index")
        @DynamoDbAttribute("user_id")
        public String getUser() {
            return user;
        }

        public void setUser(String user) {
            this.user = user;
        }
    }
}
