package dev.plinth.model.dynamo;

/**
 * How storage and requests of a table are priced. Can be changed twice in 30 days.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.TableClasses.html">Table
 *      classes</a>
 */
public enum TableClass {
    STANDARD,
    STANDARD_INFREQUENT_ACCESS
}
