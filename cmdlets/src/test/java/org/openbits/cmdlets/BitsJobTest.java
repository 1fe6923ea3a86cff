package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.automation.Conversion;
import org.openbits.automation.Members;
import org.openbits.automation.Moment;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;
import org.openbits.cmdlets.FakeManager.FakeJob;

class BitsJobTest {

    private static final List<String> DECLARED = List.of(
            "JobId",
            "DisplayName",
            "Description",
            "TransferType",
            "JobState",
            "OwnerAccount",
            "Priority",
            "RetryInterval",
            "RetryTimeout",
            "TransientErrorCount",
            "ProxyUsage",
            "ErrorContext",
            "ErrorCondition",
            "InternalErrorCode",
            "ErrorDescription",
            "ErrorContextDescription",
            "BytesTotal",
            "BytesTransferred",
            "FilesTotal",
            "FilesTransferred",
            "CreationTime",
            "ModificationTime",
            "TransferCompletionTime",
            "FileList",
            "ProxyList",
            "ProxyBypassList",
            "HttpMethod",
            "MaxDownloadTime",
            "TransferPolicy",
            "SecurityFlags",
            "NotifyFlags",
            "NotifyCmdLine",
            "CustomHeaders",
            "Dynamic",
            "CertificateHash",
            "CertificateStoreLocation",
            "CertificateStoreName",
            "CertificateSubjectName");

    private final AtomicLong clock = new AtomicLong();
    private final FakeJob fake = new FakeManager().createJob(JobSpec.download("n"));
    private final AtomicBoolean passed = new AtomicBoolean();
    private final BitsJob job = new BitsJob(fake, fake.known(), clock::get, false);

    @Test
    void hasMicrosoftsPropertiesFirstInTheirOrder() {
        assertThat(job.propertyNames()).startsWith(DECLARED.toArray(String[]::new));
        for (String name : job.propertyNames()) {
            assertThat(Members.has(job, name.toLowerCase())).as(name).isTrue();
        }
        assertThatThrownBy(() -> job.property("JobStat")).isInstanceOf(NoSuchMember.class);
    }

    @Test
    void freshJobShowsTheDefaults() {
        assertThat(text("JobState")).isEqualTo("Suspended");
        assertThat(text("TransferType")).isEqualTo("Download");
        assertThat(text("RetryInterval")).isEqualTo("600");
        assertThat(text("RetryTimeout")).isEqualTo("1209600");
        assertThat(text("MaxDownloadTime")).isEqualTo("7776000");
        assertThat(text("ProxyUsage")).isEqualTo("SystemDefault");
        assertThat(text("ErrorContext")).isEqualTo("None");
        assertThat(text("ErrorCondition")).isEqualTo("NoError");
        assertThat(text("InternalErrorCode")).isEqualTo("0");
        assertThat(text("ErrorDescription")).isEmpty();
        assertThat(text("NotifyFlags")).isEqualTo("JobTransferred, JobError");
        assertThat(text("SecurityFlags")).isEqualTo("RedirectPolicyAllowSilent");
        assertThat(text("CertificateStoreLocation")).isEqualTo("CurrentUser");
        assertThat(text("HttpMethod")).isEqualTo("GET");
        assertThat(text("TransferCompletionTime")).isEqualTo("01/01/0001 00:00:00");
        assertThat(job.property("BytesTotal")).isEqualTo(new BigInteger("18446744073709551615"));
    }

    private String text(String property) {
        return Conversion.toText(job.property(property));
    }

    @Test
    void readsAgainOnlyWhenTheSnapshotIsOlderThan200Milliseconds() {
        fake.become(JobState.TRANSFERRING);
        clock.set(200_000_000);
        assertThat(job.getJobState()).isEqualTo("Suspended");
        assertThat(fake.reads).isZero();
        clock.set(300_000_000);
        assertThat(job.getJobState()).isEqualTo("Transferring");
        assertThat(job.getBytesTransferred()).isEqualTo(0L);
        assertThat(fake.reads).isEqualTo(1);
    }

    /** {@code ($Job.JobState -eq "Transferring") -or ($Job.JobState -eq "Connecting")} must not fall through. */
    @Test
    void oneConditionSeesOneStateHoweverOldTheSnapshotGetsBetween() {
        clock.set(200_000_000);
        assertThat(job.getJobState()).isEqualTo("Suspended");
        fake.become(JobState.TRANSFERRING);
        clock.set(200_000_001);
        assertThat(job.getJobState()).isEqualTo("Suspended");
    }

    /** A script's runner says where a condition begins: what is of it shares, what is not does not, however close. */
    @Test
    void readsOfOneMomentShareAndThoseOfTheNextDoNot() throws InterruptedException {
        Thread script = new Thread(() -> {
            Moment.next();
            clock.set(200_000_000);
            assertThat(job.getJobState()).isEqualTo("Suspended");
            fake.become(JobState.TRANSFERRING);
            clock.set(900_000_000);
            assertThat(job.getJobState()).isEqualTo("Suspended");
            Moment.next();
            assertThat(job.getJobState()).isEqualTo("Transferring");
            assertThat(fake.reads).isEqualTo(1);
            Moment.next();
            clock.set(1_100_000_000);
            assertThat(job.getJobState()).isEqualTo("Transferring");
            assertThat(fake.reads).isEqualTo(1);
            passed.set(true);
        });
        script.start();
        script.join();
        assertThat(passed).isTrue();
    }

    @Test
    void aMomentThatLastsSeesTheChangeWithinASecond() throws InterruptedException {
        Thread script = new Thread(() -> {
            Moment.next();
            assertThat(job.getJobState()).isEqualTo("Suspended");
            fake.become(JobState.TRANSFERRING);
            clock.set(1_000_000_001);
            assertThat(job.getJobState()).isEqualTo("Transferring");
            passed.set(true);
        });
        script.start();
        script.join();
        assertThat(passed).isTrue();
    }

    @Test
    void aLoopThatNeverSleepsSeesTheChangeWithinASecond() {
        fake.become(JobState.TRANSFERRING);
        for (long millis = 50; millis <= 1000; millis += 50) {
            clock.set(millis * 1_000_000);
            assertThat(job.getJobState()).isEqualTo("Suspended");
        }
        clock.set(1_050_000_000);
        assertThat(job.getJobState()).isEqualTo("Transferring");
    }

    @Test
    void constantsNeverAsk() {
        clock.set(Long.MAX_VALUE / 2);
        job.property("JobId");
        job.property("CreationTime");
        assertThat(fake.reads).isZero();
    }

    @Test
    void frozenCopyStaysAsItIs() {
        Shaped copy = job.snapshot();
        fake.become(JobState.TRANSFERRING);
        clock.set(1_000_000_000);
        assertThat(Conversion.toText(copy.property("JobState"))).isEqualTo("Suspended");
        assertThat(text("JobState")).isEqualTo("Transferring");
    }

    @Test
    void lastSnapshotStaysWhenTheJobIsGone() {
        fake.become(JobState.ACKNOWLEDGED);
        job.refresh();
        int reads = fake.reads;
        clock.set(1_000_000_000);
        assertThat(text("JobState")).isEqualTo("Acknowledged");
        assertThat(fake.reads).isEqualTo(reads);
    }

    @Test
    void stateComparesWithTextsAndNumbersAsScriptsDo() {
        fake.become(JobState.TRANSIENT_ERROR);
        job.refresh();
        Object state = job.property("jobstate");
        assertThat(Conversion.equal(state, "transienterror", false)).isTrue();
        assertThat(Conversion.equal("TransientError", state, false)).isTrue();
        assertThat(Conversion.equal(state, "Transient_Error", false)).isFalse();
        assertThat(Conversion.equal(state, 5, false)).isTrue();
        assertThat(Members.invoke(state, "ToString", List.of())).isEqualTo("TransientError");
        assertThat(Conversion.to(Integer.class, state)).isEqualTo(5);
        assertThat(job.isTransientError()).isTrue();
        assertThat(job.getJobState()).isEqualTo("TransientError");
    }

    @Test
    void tellsTheError() {
        fake.become(
                JobState.ERROR,
                new BackgroundCopyError(
                        ErrorCode.BG_E_NETWORK_DISCONNECTED, ErrorContext.GENERAL_TRANSPORT, "no net", 0, "http"));
        job.refresh();
        assertThat(text("ErrorCondition")).isEqualTo("NetworkDisconnected");
        assertThat(text("InternalErrorCode")).isEqualTo("-2145386480");
        assertThat(text("ErrorContext")).isEqualTo("GeneralTransport");
        assertThat(text("ErrorDescription")).isEqualTo("no net");
        assertThat(text("ErrorContextDescription")).isEqualTo("The error occurred in the transport layer.");
    }

    @Test
    void disposeDoesNothing() {
        Members.invoke(job, "Dispose", List.of());
        assertThat(text("JobState")).isEqualTo("Suspended");
    }

    @Test
    void enumerationsOfScriptsFollowThoseOfTheApi() {
        for (JobState state : JobState.values()) {
            assertThat(BitsJobState.of(state)).hasToString(state.cmdletText());
        }
        for (ErrorContext context : ErrorContext.values()) {
            assertThat(BitsErrorContext.of(context)).hasToString(context.cmdletText());
        }
        for (org.openbits.JobType type : org.openbits.JobType.values()) {
            assertThat(BitsJobType.of(type)).hasToString(Spelling.camel(type.name()));
        }
        for (org.openbits.JobPriority priority : org.openbits.JobPriority.values()) {
            assertThat(BitsPriority.of(priority)).hasToString(Spelling.camel(priority.name()));
        }
        assertThat(BitsProxyUsage.of(org.openbits.ProxyUsage.NO_PROXY)).isEqualTo(BitsProxyUsage.NoProxy);
        assertThat(BitsProxyUsage.of(org.openbits.ProxyUsage.AUTODETECT)).isEqualTo(BitsProxyUsage.AutoDetect);
        assertThat(BitsProxyUsage.of(org.openbits.ProxyUsage.OVERRIDE)).isEqualTo(BitsProxyUsage.Override);
    }
}
