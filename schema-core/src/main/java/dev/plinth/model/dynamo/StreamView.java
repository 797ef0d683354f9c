package dev.plinth.model.dynamo;

/**
 * What a stream record holds of an item that was changed. Cannot be changed while the stream is enabled.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html">
 *      StreamSpecification</a>
 */
public enum StreamView {
    KEYS_ONLY,
    NEW_IMAGE,
    OLD_IMAGE,
    NEW_AND_OLD_IMAGES
}
