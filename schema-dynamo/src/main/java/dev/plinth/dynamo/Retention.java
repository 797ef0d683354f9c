package dev.plinth.dynamo;

/**
 * What becomes of a table when CloudFormation would delete or replace it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">
 *      DeletionPolicy</a>
 */
public enum Retention {
    /** It stays, with all its items: the default. */
    RETAIN("Retain", "Retain"),
    /** It stays, unless the very operation that created it is rolled back. */
    RETAIN_EXCEPT_ON_CREATE("RetainExceptOnCreate", "Retain"),
    /** It is deleted with all its items: for stacks of tests. */
    DELETE("Delete", "Delete");

    private final String deletionPolicy;
    private final String updateReplacePolicy;

    Retention(String deletionPolicy, String updateReplacePolicy) {
        this.deletionPolicy = deletionPolicy;
        this.updateReplacePolicy = updateReplacePolicy;
    }

    String deletionPolicy() {
        return deletionPolicy;
    }

    String updateReplacePolicy() {
        return updateReplacePolicy;
    }
}
