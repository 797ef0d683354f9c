package dev.plinth.examples.domainflow.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The requests that CloudFormation sends, and those that the CDK's Provider framework makes of them. */
final class Requests {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Requests() {}

    /** With the ResponseURL as the framework hides it. */
    static ObjectNode ofFramework(String type) {
        return ofCloudFormation(type, "...");
    }

    static ObjectNode ofCloudFormation(String type, String responseUrl) {
        ObjectNode request = MAPPER.createObjectNode()
                .put("RequestType", type)
                .put("ServiceToken", "arn:aws:lambda:eu-central-1:123456789012:function:schema")
                .put("ResponseURL", responseUrl)
                .put("StackId", "arn:aws:cloudformation:eu-central-1:123456789012:stack/stage/5b8f9e30")
                .put("RequestId", "1f4c8a1e-0d1c-4d5e-9d9e-1c8d2f5c8a11")
                .put("ResourceType", "Custom::DatabaseSchema")
                .put("LogicalResourceId", "Schema");
        request.putObject("ResourceProperties").put("SchemaFingerprint", "a-fingerprint");
        return request;
    }

    /** An update or a deletion of a resource that goes by this name. */
    static ObjectNode of(ObjectNode request, String physicalId) {
        return request.put("PhysicalResourceId", physicalId);
    }

    /** With the resource property FailOn. */
    static ObjectNode failOn(ObjectNode request, String findings) {
        ((ObjectNode) request.get("ResourceProperties")).put("FailOn", findings);
        return request;
    }
}
