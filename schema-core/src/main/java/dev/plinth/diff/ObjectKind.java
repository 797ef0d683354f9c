package dev.plinth.diff;

import java.util.Locale;

/** The kinds of object that changes and drift speak of. */
public enum ObjectKind {
    NAMESPACE,
    EXTENSION,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    SEQUENCE,
    COLLATION,
    ENUM_TYPE,
    DOMAIN,
    COMPOSITE_TYPE,
    ATTRIBUTE,
    RANGE_TYPE,
    OPERATOR,
    CAST,
    STATISTICS_OBJECT,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    LABEL,
    VIEW,
    MATERIALIZED_VIEW,
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    TRIGGER,
    ROW_LEVEL_SECURITY,
    POLICY,
    COMMENT,
    GRANT,
    PRIVILEGES,
    DEFAULT_PRIVILEGES,
    RULE,
    DEFAULT,
    DYNAMODB_TABLE,
    GLOBAL_INDEX,
    LOCAL_INDEX,
    VECTOR_INDEX,
    STREAM,
    TIME_TO_LIVE,
    POINT_IN_TIME_RECOVERY,
    TAGS,
    RESOURCE_POLICY,
    CONTRIBUTOR_INSIGHTS,
    KINESIS_DESTINATION,
    DELETION_PROTECTION,
    WARM_THROUGHPUT,
    ON_DEMAND_THROUGHPUT,
    AUTO_SCALING,
    REPLICAS;

    /** {@code an index}, {@code a sequence}. */
    String withArticle() {
        return ("AEIO".indexOf(name().charAt(0)) < 0 ? "a " : "an ") + words();
    }

    /** In words, for messages: {@code foreign key} is a constraint, {@code global index} an index of DynamoDB. */
    public String words() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.replace("dynamodb", "DynamoDB").replace("kinesis", "Kinesis");
    }
}
