package org.openbits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of {@link JobProperty job properties}: those of a job, or those a caller wants to change. Immutable.
 *
 * <p>A property without a value reads as its default, so the two uses need one type only.
 */
public final class JobSettings {

    /** No property set: every read gives the default. */
    public static final JobSettings EMPTY = new JobSettings(Map.of());

    private final Map<JobProperty<?>, Object> values;

    private JobSettings(Map<JobProperty<?>, Object> values) {
        this.values = values;
    }

    /** The value, or the property's default. */
    public <T> T get(JobProperty<T> property) {
        Object value = values.get(property);
        return value == null ? property.defaultValue() : property.cast(value);
    }

    /** Whether the property has a value of its own. */
    public boolean isSet(JobProperty<?> property) {
        return values.containsKey(property);
    }

    /** The properties that have a value of their own. */
    public Set<JobProperty<?>> properties() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /**
     * The same settings with one value more.
     *
     * @throws BitsException when the value is not legal for the property
     */
    public <T> JobSettings with(JobProperty<T> property, T value) {
        Map<JobProperty<?>, Object> next = new LinkedHashMap<>(values);
        next.put(property, property.check(value));
        return new JobSettings(next);
    }

    /** The same settings without a value for the property. */
    public JobSettings without(JobProperty<?> property) {
        if (!values.containsKey(property)) {
            return this;
        }
        Map<JobProperty<?>, Object> next = new LinkedHashMap<>(values);
        next.remove(property);
        return new JobSettings(next);
    }

    /** These settings overlaid by all values that {@code change} has. */
    public JobSettings with(JobSettings change) {
        if (change.values.isEmpty()) {
            return this;
        }
        Map<JobProperty<?>, Object> next = new LinkedHashMap<>(values);
        next.putAll(change.values);
        return new JobSettings(next);
    }

    /** Name to plain value ({@link JobProperty#plain}), for files and messages; see {@link #fromPlain}. */
    public Map<String, Object> toPlain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((property, value) -> plain.put(property.name(), property.plain(value)));
        return plain;
    }

    /**
     * Reads what {@link #toPlain} wrote. A name this version does not know is skipped, so that a newer file can be read.
     *
     * @throws BitsException when a value is not legal for its property
     */
    public static JobSettings fromPlain(Map<String, ?> plain) {
        Map<JobProperty<?>, Object> values = new LinkedHashMap<>();
        plain.forEach((name, value) -> {
            JobProperty<?> property = JobProperty.named(name);
            if (property != null && value != null) {
                values.put(property, property.fromPlain(value));
            }
        });
        return new JobSettings(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JobSettings && values.equals(((JobSettings) other).values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names and values; those of secret properties are left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("JobSettings{");
        values.forEach((property, value) -> text.append(property.name())
                .append('=')
                .append(property.isSecret() ? "***" : value)
                .append(' '));
        return text.append('}').toString();
    }
}
