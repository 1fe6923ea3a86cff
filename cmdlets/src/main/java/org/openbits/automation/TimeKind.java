package org.openbits.automation;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * DateTime's Kind, which a time carries in its zone: UTC, the system's, or {@link #UNSPECIFIED}, a zone of its own with
 * the system's rules, for times that were written without a zone.
 */
public final class TimeKind {

    private static final String NAME = "Unspecified";

    /** The zone of times that name none; what is written of such a time has no offset. */
    public static final ZoneId UNSPECIFIED = unspecified();

    private TimeKind() {}

    private static ZoneId unspecified() {
        OnlyZone provider = new OnlyZone(ZoneId.systemDefault().getRules());
        // The virtual machine keeps it, whichever class loader comes first.
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(NAME)) {
            ZoneRulesProvider.registerProvider(provider);
        }
        return ZoneId.of(provider.provideZoneIds().iterator().next());
    }

    /** The name of the kind: Utc, Local or Unspecified. */
    public static String of(ZonedDateTime time) {
        return isUtc(time) ? "Utc" : isUnspecified(time) ? NAME : "Local";
    }

    public static boolean isUtc(ZonedDateTime time) {
        return time.getZone().equals(ZoneOffset.UTC);
    }

    public static boolean isUnspecified(ZonedDateTime time) {
        return time.getZone().equals(UNSPECIFIED);
    }

    /** The same wall clock under another kind. */
    public static ZonedDateTime as(ZonedDateTime time, String kind) {
        return time.withZoneSameLocal(
                kind.equalsIgnoreCase("Utc")
                        ? ZoneOffset.UTC
                        : kind.equalsIgnoreCase(NAME) ? UNSPECIFIED : ZoneId.systemDefault());
    }

    /** ToLocalTime: a time of no kind is taken for UTC. */
    static ZonedDateTime local(ZonedDateTime time) {
        return (isUnspecified(time) ? as(time, "Utc") : time).withZoneSameInstant(ZoneId.systemDefault());
    }

    private static final class OnlyZone extends ZoneRulesProvider {

        private final ZoneRules rules;

        OnlyZone(ZoneRules rules) {
            this.rules = rules;
        }

        @Override
        protected Set<String> provideZoneIds() {
            return Set.of(NAME);
        }

        @Override
        protected ZoneRules provideRules(String zoneId, boolean forCaching) {
            return rules;
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
            NavigableMap<String, ZoneRules> versions = new TreeMap<>();
            versions.put("1", rules);
            return versions;
        }
    }
}
