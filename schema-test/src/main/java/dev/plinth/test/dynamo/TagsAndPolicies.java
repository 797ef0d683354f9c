package dev.plinth.test.dynamo;

import static dev.plinth.test.dynamo.ServiceErrors.error;
import static dev.plinth.test.dynamo.ServiceErrors.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;

/** What is asked by the ARN of a table: its tags, under a lock, and its policy, with a pause between changes. */
record TagsAndPolicies(Account account) {

    private static final int TAGS_ON_A_PAGE = 10;
    private static final String NO_POLICY = "NO_POLICY";

    ListTagsOfResourceResponse list(ListTagsOfResourceRequest request) {
        List<Tag> tags = account.visible(request.resourceArn()).settings.tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(from + TAGS_ON_A_PAGE, tags.size());
        return ListTagsOfResourceResponse.builder()
                .tags(tags.subList(from, to))
                .nextToken(to < tags.size() ? String.valueOf(to) : null)
                .build();
    }

    TagResourceResponse tag(TagResourceRequest request) {
        CreationRules.tags(request.tags());
        FakeTable table = account.settled(request.resourceArn());
        unlocked(table);
        List<Tag> news = request.tags().stream()
                .filter(tag -> !tag.value().equals(table.settings.tags.get(tag.key())))
                .toList();
        Map<String, String> all = new HashMap<>(table.settings.tags);
        news.forEach(tag -> all.put(tag.key(), tag.value()));
        if (all.size() > 50) {
            throw ServiceErrors.validation("One or more parameter values were invalid: Too many tags: 50 at most");
        }
        news.forEach(tag -> table.settings.tags.put(tag.key(), tag.value()));
        lock(table, !news.isEmpty());
        account.log.accept("TagResource", table, String.join(" ", news.stream().map(Tag::key).toList()),
                !news.isEmpty());
        return TagResourceResponse.builder().build();
    }

    UntagResourceResponse untag(UntagResourceRequest request) {
        FakeTable table = account.settled(request.resourceArn());
        unlocked(table);
        boolean news = table.settings.tags.keySet().removeAll(request.tagKeys());
        lock(table, news);
        account.log.accept("UntagResource", table, String.join(" ", request.tagKeys()), news);
        return UntagResourceResponse.builder().build();
    }

    private void unlocked(FakeTable table) {
        if (account.now() < table.settings.tagsLockedUntil) {
            throw limit("Table tags are being updated: " + table.name());
        }
    }

    private void lock(FakeTable table, boolean news) {
        if (news) {
            table.settings.tagsLockedUntil = account.now() + Durations.TAG_LOCK.toNanos();
        }
    }

    GetResourcePolicyResponse policy(GetResourcePolicyRequest request) {
        FakeSettings settings = account.visible(request.resourceArn()).settings;
        if (settings.policy.isEmpty()) {
            throw noPolicy(request.resourceArn());
        }
        return GetResourcePolicyResponse.builder().policy(settings.policy).revisionId(revision(settings)).build();
    }

    PutResourcePolicyResponse put(PutResourcePolicyRequest request) {
        CreationRules.policy(request.policy());
        FakeTable table = account.settled(request.resourceArn());
        FakeSettings settings = table.settings;
        String expected = request.expectedRevisionId();
        String actual = settings.policy.isEmpty() ? NO_POLICY : revision(settings);
        if (expected != null && !expected.equals(actual)) {
            throw error("PolicyNotFoundException", "Resource-based policy not found for the provided RevisionId");
        }
        boolean news = !settings.policy.equals(request.policy());
        if (news) {
            Companions.cooldown(account, "The resource policy", settings.policyChangedAt);
            settings.policy = request.policy();
            settings.policyRevision++;
            settings.policyChangedAt = account.now();
        }
        account.log.accept("PutResourcePolicy", table, "", news);
        return PutResourcePolicyResponse.builder().revisionId(revision(settings)).build();
    }

    DeleteResourcePolicyResponse delete(DeleteResourcePolicyRequest request) {
        FakeTable table = account.settled(request.resourceArn());
        FakeSettings settings = table.settings;
        boolean news = !settings.policy.isEmpty();
        if (news) {
            Companions.cooldown(account, "The resource policy", settings.policyChangedAt);
            settings.policyChangedAt = account.now();
        }
        settings.policy = "";
        account.log.accept("DeleteResourcePolicy", table, "", news);
        return DeleteResourcePolicyResponse.builder().build();
    }

    private static RuntimeException noPolicy(String arn) {
        return error("PolicyNotFoundException", "Resource-based policy not found for the provided ResourceArn: " + arn);
    }

    private static String revision(FakeSettings settings) {
        return String.valueOf(settings.policyRevision);
    }
}
