package dev.plinth.test.dynamo;

import static dev.plinth.test.dynamo.ServiceErrors.error;
import static dev.plinth.test.dynamo.ServiceErrors.validation;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsStatus;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoverySpecification;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** Time to live and point-in-time recovery, each with its own way of saying "not now". */
record Companions(Account account) {

    private static final int LONGEST_PERIOD = 35;

    /** A change that may not follow an earlier one at once: the answer names the moment from which on it may. */
    static void cooldown(Account account, String what, long changedAt) {
        long end = changedAt + Durations.COOLDOWN.toNanos();
        if (account.now() < end) {
            Instant free = account.clock.now().plusNanos(end - account.now());
            throw error("ThrottlingException", what + " was modified within the previous "
                    + Durations.COOLDOWN.toMillis() + " milliseconds. Please try again after " + free + ".");
        }
    }

    DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
        FakeTable table = account.visible(request.tableName());
        long now = account.now();
        if (table.isCreating(now) || table.isDeleting(now)) {
            throw validation("Cannot describe time to live while table is in " + table.status(now) + " state");
        }
        FakeSettings settings = table.settings;
        boolean settled = now >= settings.timeToLiveChangedAt + Durations.TIME_TO_LIVE.toNanos();
        TimeToLiveStatus status = settings.timeToLiveIsOn
                ? settled ? TimeToLiveStatus.ENABLED : TimeToLiveStatus.ENABLING
                : settled ? TimeToLiveStatus.DISABLED : TimeToLiveStatus.DISABLING;
        return DescribeTimeToLiveResponse.builder()
                .timeToLiveDescription(to -> to.timeToLiveStatus(status)
                        .attributeName(status == TimeToLiveStatus.DISABLED ? null : settings.timeToLive))
                .build();
    }

    UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        FakeTable table = account.settled(request.tableName());
        FakeSettings settings = table.settings;
        TimeToLiveSpecification wanted = request.timeToLiveSpecification();
        if (settings.timeToLiveIsOn && !settings.timeToLive.equals(wanted.attributeName())) {
            throw validation("TimeToLive is active on a different AttributeName: current AttributeName is "
                    + settings.timeToLive);
        }
        if (settings.timeToLiveIsOn == Boolean.TRUE.equals(wanted.enabled())) {
            throw validation(settings.timeToLiveIsOn
                    ? "TimeToLive is already enabled"
                    : "TimeToLive is already disabled");
        }
        if (account.now() < settings.timeToLiveChangedAt + Durations.TIME_TO_LIVE_COOLDOWN.toNanos()) {
            throw validation("Time to live has been modified multiple times within a fixed interval");
        }
        settings.timeToLive = wanted.attributeName();
        settings.timeToLiveIsOn = wanted.enabled();
        settings.timeToLiveChangedAt = account.now();
        account.log.accept("UpdateTimeToLive", table, "", true);
        return UpdateTimeToLiveResponse.builder().timeToLiveSpecification(wanted).build();
    }

    DescribeContinuousBackupsResponse describeBackups(DescribeContinuousBackupsRequest request) {
        FakeTable table = backedUp(request.tableName());
        return DescribeContinuousBackupsResponse.builder().continuousBackupsDescription(description(table)).build();
    }

    /** The status of continuous backups is on for every table, and says nothing of point-in-time recovery. */
    private ContinuousBackupsDescription description(FakeTable table) {
        FakeSettings settings = table.settings;
        return ContinuousBackupsDescription.builder()
                .continuousBackupsStatus(isOffLimits(table)
                        ? ContinuousBackupsStatus.DISABLED
                        : ContinuousBackupsStatus.ENABLED)
                .pointInTimeRecoveryDescription(recovery -> recovery
                        .pointInTimeRecoveryStatus(settings.recovery
                                ? PointInTimeRecoveryStatus.ENABLED
                                : PointInTimeRecoveryStatus.DISABLED)
                        .recoveryPeriodInDays(settings.recovery ? settings.recoveryDays : null))
                .build();
    }

    UpdateContinuousBackupsResponse updateBackups(UpdateContinuousBackupsRequest request) {
        FakeTable table = backedUp(request.tableName());
        FakeSettings settings = table.settings;
        PointInTimeRecoverySpecification wanted = request.pointInTimeRecoverySpecification();
        Integer days = wanted.recoveryPeriodInDays();
        boolean on = wanted.pointInTimeRecoveryEnabled();
        if (days != null && (days < 1 || days > LONGEST_PERIOD || !on)) {
            throw validation("RecoveryPeriodInDays is from 1 to 35, and not for a recovery that is disabled");
        }
        if (isOffLimits(table)) {
            throw error("ContinuousBackupsUnavailableException",
                    "Backups are being enabled for the table: " + table.name() + ". Please retry later");
        }
        boolean news = on != settings.recovery || days != null && days != settings.recoveryDays;
        settings.recovery = on;
        settings.recoveryDays = days == null ? settings.recoveryDays : days;
        account.log.accept("UpdateContinuousBackups", table, "", news);
        return UpdateContinuousBackupsResponse.builder().continuousBackupsDescription(description(table)).build();
    }

    private boolean isOffLimits(FakeTable table) {
        return account.now() < table.activeAt + Durations.BACKUPS_OFF_LIMITS.toNanos();
    }

    /** These two operations have a code of their own for a table that is not there. */
    private FakeTable backedUp(String name) {
        if (!account.has(name) || account.table(name).isHidden(account.now())) {
            throw error("TableNotFoundException", "Table not found: " + name);
        }
        return account.table(name);
    }
}
