package dev.plinth.examples.domainflow.lambda;

import dev.plinth.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What CloudFormation is told, at most 4096 bytes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">Custom resource
 *      response objects</a>
 */
final class CloudFormationAnswer {

    private static final int BYTES_OF_REASON = 2000;

    private final Event event;
    private volatile String physicalId;

    /** Answers for the resource as it is known, until the run names it. */
    CloudFormationAnswer(Event event) {
        this.event = event;
        this.physicalId = event.text("PhysicalResourceId").orElse("schema-init:" + SchemaRun.SCHEMA.name());
    }

    void physicalId(String id) {
        physicalId = id;
    }

    Map<String, Object> succeeded(Report report) {
        Map<String, Object> answer = answer("SUCCESS");
        answer.put("Data", Answer.data(report));
        return answer;
    }

    Map<String, Object> deleted() {
        return answer("SUCCESS");
    }

    Map<String, Object> failed(String reason) {
        Map<String, Object> answer = answer("FAILED");
        answer.put("Reason", Shortened.text(reason, BYTES_OF_REASON));
        // A resource that exists keeps its name when an update fails, or CloudFormation would clean up another one.
        event.text("PhysicalResourceId").ifPresent(known -> answer.put("PhysicalResourceId", known));
        return answer;
    }

    Map<String, Object> timedOut() {
        return failed(
                "the time of the function ran out, and what it did was not over; what was created stays. The log says how "
                        + "far it got. Give it more time or deploy again, it goes on where this run stopped");
    }

    private Map<String, Object> answer(String status) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("Status", status);
        answer.put("PhysicalResourceId", physicalId);
        for (String name : List.of("StackId", "RequestId", "LogicalResourceId")) {
            answer.put(name, event.text(name).orElse(""));
        }
        return answer;
    }
}
