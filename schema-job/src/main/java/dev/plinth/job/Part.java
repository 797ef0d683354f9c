package dev.plinth.job;

import dev.plinth.model.Schema;

/** A part of a schema, and the library that can do something with it, which may be absent. */
enum Part {
    POSTGRES(
            "PostgreSQL",
            "dev.plinth:schema-postgres",
            "dev/plinth/postgres/PostgresStore.class",
            "org/postgresql/ds/PGSimpleDataSource.class"),
    DYNAMODB(
            "DynamoDB",
            "dev.plinth:schema-dynamo",
            "dev/plinth/dynamo/DynamoStore.class",
            "software/amazon/awssdk/services/dynamodb/DynamoDbClient.class");

    private final String title;
    private final String library;
    private final String ours;
    private final String theirs;

    Part(String title, String library, String ours, String theirs) {
        this.title = title;
        this.library = library;
        this.ours = ours;
        this.theirs = theirs;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** The coordinates of the artifact. */
    String library() {
        return library;
    }

    boolean isIn(Schema schema) {
        return switch (this) {
            case POSTGRES -> schema.hasSqlPart();
            case DYNAMODB -> schema.hasDynamoPart();
        };
    }

    /** Whether the classes that are linked against it can be used. Asks for two files by name and loads nothing. */
    boolean isOnClassPath() {
        ClassLoader loader = Part.class.getClassLoader();
        return loader.getResource(ours) != null && loader.getResource(theirs) != null;
    }
}
