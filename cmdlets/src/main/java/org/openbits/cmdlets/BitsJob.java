package org.openbits.cmdlets;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyFile;
import org.openbits.BackgroundCopyJob;
import org.openbits.JobInfo;
import org.openbits.JobState;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConvertedBy;
import org.openbits.automation.Moment;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/**
 * A job as scripts see it: a live object. It carries the snapshot it was made from; reading a property that can change
 * asks the queue again when the snapshot is older than 200 ms. Reads of one {@link Moment} share a snapshot for up to a
 * second: the documented polling loop compares the state twice in one condition, and must not see it change between. For a
 * program that marks no moments, reads that follow each other within 100 ms count as one. When the job has left the queue
 * the last snapshot stays.
 *
 * <p>Groovy and Java read it by getters; the state is a text there, and each state has a boolean.
 */
@ConvertedBy(JobFromText.class)
public final class BitsJob implements Shaped {

    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_SHARED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BackgroundCopyJob handle;
    private final LongSupplier nanoTime;
    private final boolean frozen;
    private JobInfo snapshot;
    private long taken;
    private long lastRead;
    private long lastMoment;
    private @Nullable List<BitsFile> files;

    /** The job of a handle that was just made or listed. */
    public static BitsJob of(BackgroundCopyJob handle) {
        return new BitsJob(handle, handle.known(), System::nanoTime, false);
    }

    BitsJob(BackgroundCopyJob handle, JobInfo snapshot, LongSupplier nanoTime, boolean frozen) {
        this.handle = handle;
        this.snapshot = snapshot;
        this.nanoTime = nanoTime;
        this.frozen = frozen;
        this.taken = nanoTime.getAsLong();
        this.lastRead = taken - CLOSE_NANOS;
        this.lastMoment = Moment.NONE;
    }

    /** The handle behind it, for Java programs. */
    public BackgroundCopyJob handle() {
        return handle;
    }

    /** The job as it is now, or was a moment ago. */
    public synchronized JobInfo info() {
        long now = nanoTime.getAsLong();
        boolean shared = now - taken <= LONGEST_SHARED_NANOS && isSameCondition(now);
        boolean isOld = now - taken > FRESH_NANOS && !shared;
        if (isOld && !frozen && !snapshot.state().isFinal()) {
            refresh();
        }
        lastRead = nanoTime.getAsLong();
        lastMoment = Moment.current();
        return snapshot;
    }

    private boolean isSameCondition(long now) {
        long moment = Moment.current();
        return moment == Moment.NONE ? now - lastRead < CLOSE_NANOS : moment == lastMoment;
    }

    /** The job as this object saw it last. */
    synchronized JobInfo known() {
        return snapshot;
    }

    /** Reads it again at once. */
    synchronized JobInfo refresh() {
        snapshot = handle.info();
        taken = nanoTime.getAsLong();
        files = null;
        return snapshot;
    }

    /** Its identity. */
    public UUID getJobId() {
        return snapshot.id().value();
    }

    /** Its name, not unique. */
    public String getDisplayName() {
        return info().displayName();
    }

    /** The state as PowerShell writes it, such as {@code TransientError}. */
    public String getJobState() {
        return info().state().cmdletText();
    }

    /** Bytes of all files; 18446744073709551615 while unknown. */
    public Number getBytesTotal() {
        return Conversion.unsigned(info().progress().bytesTotal());
    }

    /** Bytes moved so far. */
    public Number getBytesTransferred() {
        return info().progress().bytesTransferred();
    }

    /** When it was created, in local time. */
    public ZonedDateTime getCreationTime() {
        return JobProperties.time(snapshot.times().creation());
    }

    /** Its files. */
    public synchronized List<BitsFile> getFileList() {
        info();
        List<BitsFile> known = files;
        if (known == null) {
            known = new ArrayList<>();
            for (BackgroundCopyFile file : handle.files()) {
                known.add(new BitsFile(file.info()));
            }
            files = known;
        }
        return List.copyOf(known);
    }

    /** Whether all files are there and it waits for Complete. */
    public boolean isTransferred() {
        return info().state() == JobState.TRANSFERRED;
    }

    /** Whether it failed. */
    public boolean isError() {
        return info().state() == JobState.ERROR;
    }

    /** Whether it is tried again by itself. */
    public boolean isTransientError() {
        return info().state() == JobState.TRANSIENT_ERROR;
    }

    /** Whether it is paused. */
    public boolean isSuspended() {
        return info().state() == JobState.SUSPENDED;
    }

    /** Whether bytes move. */
    public boolean isTransferring() {
        return info().state() == JobState.TRANSFERRING;
    }

    /** Whether it has left the queue. */
    public boolean isGone() {
        return info().state().isFinal();
    }

    /** Does nothing; scripts call it on the original object. */
    public void dispose() {}

    /** {@code 'DisplayName' (id)}, for messages. */
    String label() {
        return "'" + snapshot.displayName() + "' (" + snapshot.id() + ")";
    }

    @Override
    public synchronized Shaped snapshot() {
        BitsJob copy = new BitsJob(handle, info(), nanoTime, true);
        copy.files = files;
        return copy;
    }

    @Override
    public String typeName() {
        return "Microsoft.BackgroundIntelligentTransfer.Management.BitsJob";
    }

    @Override
    public List<String> propertyNames() {
        return JobProperties.NAMES;
    }

    @Override
    public @Nullable Object property(String name) {
        JobProperties property = JobProperties.find(name);
        if (property == null) {
            throw new NoSuchMember(typeName(), name);
        }
        return property.read(this);
    }

    /** The same job is equal, whatever the snapshots. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BitsJob job && job.snapshot.id().equals(snapshot.id());
    }

    @Override
    public int hashCode() {
        return snapshot.id().hashCode();
    }

    /** The name of its type, as PowerShell puts it into texts. */
    @Override
    public String text() {
        return typeName();
    }

    /** For Java programs and JShell: name, state and progress as last seen. */
    @Override
    public String toString() {
        return "BitsJob " + label() + " " + snapshot.state().cmdletText() + " " + ByteText.of(snapshot.progress());
    }
}
