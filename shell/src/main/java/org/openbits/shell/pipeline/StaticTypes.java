package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.AddedMember;
import org.openbits.automation.Conversion;
import org.openbits.automation.Culture;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.HashTable;
import org.openbits.automation.NetList;
import org.openbits.automation.PSCredential;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.SecureText;
import org.openbits.automation.SmallInteger;
import org.openbits.automation.Version;
import org.openbits.automation.XmlNamespaces;
import org.openbits.automation.XmlText;

/**
 * The table of .NET types that scripts use by name. Each is made when it is asked for. As long as the table is: a line or
 * two for each type, and what a type does stands elsewhere.
 */
final class StaticTypes {

    private final Engine engine;
    private final ServicePoints servicePoints = new ServicePoints();

    StaticTypes(Engine engine) {
        this.engine = engine;
    }

    boolean trustsAnyServer() {
        Object callback = servicePoints.get("servercertificatevalidationcallback");
        return callback instanceof Block block
                && block.call(new java.util.ArrayList<>(java.util.Collections.nCopies(4, null))).stream()
                        .anyMatch(Conversion::isTrue);
    }

    /**
     * The statics of a type; null when it is not in the table.
     *
     * @param key its name in lower case, without {@code System.}
     * @param name its name as written
     */
    @Nullable
    Statics find(String key, String name) {
        return switch (key) {
            case "math" -> new MathType();
            case "datetime", "datetimeoffset" -> new TimeTypes.Date();
            case "timespan" -> new TimeTypes.Span();
            case "diagnostics.stopwatch" -> new TimeTypes.Watch();
            case "io.path" -> new PathType(engine);
            case "io.file" -> new FileTypes.File(engine);
            case "io.directory" -> new FileTypes.Directory(engine);
            case "environment" -> new EnvironmentType(engine);
            case "convert" -> new TextTypes.Convert();
            case "bitconverter" -> new BitsType();
            case "text.encoding",
                    "text.utf8encoding",
                    "text.asciiencoding",
                    "text.unicodeencoding",
                    "text.utf32encoding" -> new EncodingType(key.substring("text.".length()));
            case "text.stringbuilder" -> new TextTypes.Builder();
            case "string" -> new TextTypes.Text();
            case "char" -> new TextTypes.Letter();
            case "regex" -> new TextTypes.Regex();
            case "uri" -> new TextTypes.Uri();
            case "net.webutility", "web.httputility" -> new TextTypes.WebText();
            case "security.securityelement" -> new TextTypes.Markup();
            case "int", "int32" -> new NumberType(Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long", "int64" -> new NumberType(Long.class, Long.MIN_VALUE, Long.MAX_VALUE);
            case "byte", "sbyte", "int16", "short", "uint16", "ushort", "uint32", "uint" ->
                new SmallNumberType(Objects.requireNonNull(SmallNumbers.kind(key)));
            case "uint64", "ulong" ->
                new NumberType(java.math.BigInteger.class, 0, new java.math.BigInteger("18446744073709551615"));
            case "decimal" ->
                new NumberType(
                        java.math.BigDecimal.class,
                        new java.math.BigDecimal("-79228162514264337593543950335"),
                        new java.math.BigDecimal("79228162514264337593543950335"));
            case "single", "float" -> new NumberType(Float.class, -Float.MAX_VALUE, Float.MAX_VALUE);
            case "double" -> new NumberType(Double.class, -Double.MAX_VALUE, Double.MAX_VALUE);
            case "guid" -> new Guid();
            case "version", "semanticversion" -> new Versions();
            case "bool", "boolean" -> new Truth();
            case "array" -> new CollectionTypes.Arrays();
            case "collections.arraylist", "collections.generic.list", "collections.objectmodel.collection" ->
                new CollectionTypes.Lists();
            case "hashtable",
                    "collections.hashtable",
                    "collections.generic.dictionary",
                    "collections.generic.sorteddictionary",
                    "collections.generic.sortedlist",
                    "collections.sortedlist",
                    "collections.concurrent.concurrentdictionary" -> CollectionTypes.Tables.of(key);
            case "timers.timer" -> new NetTimer.Type();
            case "io.filesystemwatcher" -> new FileWatch.Type(engine);
            case "host.choicedescription" -> new HostUi.Type();
            case "linq.enumerable" -> new LinqType();
            case "tuple" -> new Tuples();
            case "timezoneinfo", "timezone" -> new ZoneType();
            case "diagnostics.process", "diagnostics.processstartinfo" ->
                new ProgramTypes(engine, key.substring("diagnostics.".length()));
            case "diagnostics.fileversioninfo" -> new SystemTypes.FileVersion(engine);
            case "appdomain" -> new SystemTypes.Domain();
            case "wildcardpattern" -> new SystemTypes.Wildcards();
            case "language.parser", "psparser" -> new ParserType(engine);
            case "security.cryptography.randomnumbergenerator", "security.cryptography.rngcryptoserviceprovider" ->
                new SystemTypes.Secure();
            case "collections.concurrent.concurrentbag", "collections.concurrent.concurrentqueue" ->
                new Made(NetBag::new);
            case "psserializer" -> new SerializerType();
            case "runtime.interopservices.runtimeinformation", "runtime.interopservices.osplatform" ->
                new SystemTypes.Platform();
            case "runtime.interopservices.marshal" -> new SecretsType();
            case "collections.specialized.ordereddictionary" -> new CollectionTypes.OrderedTables();
            case "pscustomobject", "psobject", "object" -> new PlainObjects();
            case "pscredential" -> new Credentials();
            case "securestring", "security.securestring" -> new Made(SecureText::new);
            case "scriptblock" -> new Blocks();
            case "net.servicepointmanager" -> servicePoints;
            case "net.cookie" -> new NetCookies.Type(false);
            case "net.cookiecontainer" -> new NetCookies.Type(true);
            case "dbnull" -> new Nowhere();
            case "net.dns" -> new NetworkTypes.Dns();
            case "microsoft.powershell.commands.webrequestsession" -> new Made(WebSession::new);
            case "net.sockets.tcpclient" -> new NetworkTypes.Connections();
            case "net.webclient" -> new WebClientType(engine);
            case "console" -> new ConsoleType(engine);
            case "gc", "reflection.assembly" -> new Nothing();
            case "io.fileinfo", "io.filesysteminfo" -> new FileTypes.Item(engine, false);
            case "io.directoryinfo" -> new FileTypes.Item(engine, true);
            case "errorcategory" -> EnumType.of("System.Management.Automation.ErrorCategory", ErrorCategory.class);
            case "errorrecord" -> new ErrorRecords();
            case "io.filestream" -> new StreamTypes.File(engine);
            case "io.memorystream" -> new StreamTypes.Memory();
            case "io.stringreader" -> new StreamTypes.Texts(true);
            case "io.stringwriter" -> new StreamTypes.Texts(false);
            case "io.compression.gzipstream" -> new StreamTypes.Packed(true);
            case "io.compression.deflatestream" -> new StreamTypes.Packed(false);
            case "io.bufferedstream" -> new StreamTypes.Buffered();
            case "io.binaryreader" -> new StreamTypes.Binary(true);
            case "io.binarywriter" -> new StreamTypes.Binary(false);
            case "io.streamreader" -> new StreamTypes.Reader(engine);
            case "io.streamwriter" -> new StreamTypes.Writer(engine);
            case "io.compression.zipfile", "io.compression.zipfileextensions", "io.compression.ziparchive" ->
                new ZipTypes(engine);
            case "net.webrequest", "net.httpwebrequest" -> new WebRequest.Type(engine);
            case "net.networkcredential" -> new NetworkCredential.Type();
            case "xml", "xml.xmldocument" -> new Made(XmlText::empty);
            case "xml.xmlnamespacemanager" -> new Made(XmlNamespaces::new);
            case "powershell" -> new ScriptRunner.Type(engine);
            case "runspaces.runspacefactory", "runspacefactory" -> new Runspace.Type(engine, "factory");
            case "runspaces.initialsessionstate", "initialsessionstate" -> new Runspace.Type(engine, "start");
            case "runspaces.sessionstatevariableentry", "runspaces.sessionstatefunctionentry" ->
                new Runspace.Type(engine, "entry");
            case "io.driveinfo" -> new DriveTypes(engine);
            case "uribuilder" -> new UriBuilder.Type();
            case "random" -> new SystemTypes.Chance();
            case "intptr" -> new SystemTypes.Pointer();
            case "globalization.cultureinfo", "cultureinfo" -> new CultureType();
            case "xml.xmlreader", "xml.xmltextreader" -> new NetXmlReader.Type(engine);
            case "xml.xmlwriter", "xml.xmltextwriter", "xml.xmlwritersettings" ->
                new XmlWriterType(engine, key.substring("xml.".length()));
            case "net.mail.mailaddress", "mailaddress" -> new MailAddressType();
            case "globalization.isoweek" -> new CultureType.Weeks();
            case "security.principal.windowsidentity" -> new SystemTypes.Identity();
            case "security.principal.windowsprincipal" -> new SystemTypes.Principal();
            case "collections.queue", "collections.generic.queue" ->
                new CollectionTypes.Collected(() -> new NetQueue(false));
            case "collections.stack", "collections.generic.stack" ->
                new CollectionTypes.Collected(() -> new NetQueue(true));
            case "collections.generic.hashset" -> new CollectionTypes.Sets(false);
            case "collections.generic.sortedset" -> new CollectionTypes.Sets(true);
            case "collections.concurrent.concurrentstack" -> new CollectionTypes.Collected(() -> new NetQueue(true));
            case "collections.specialized.namevaluecollection" ->
                new CollectionTypes.Tables("System.Collections.Specialized.NameValueCollection");
            case "collections.specialized.stringcollection" ->
                new CollectionTypes.Collected(
                        () -> NetList.named("System.Collections.Specialized.StringCollection", List.of()));
            case "collections.generic.keyvaluepair" -> new Pairs();
            case "collections.generic.linkedlist" -> new CollectionTypes.Collected(NetChain::new);
            case "collections.generic.linkedlistnode" -> new NetChain.Nodes();
            case "stringcomparer" -> new CollectionTypes.Comparers();
            case "enum" -> new EnumType.AnyEnum(engine.types());
            default -> rare(key, name);
        };
    }

    private @Nullable Statics rare(String key, String name) {
        if (key.endsWith("exception")) {
            return new Exceptions(name);
        }
        if (key.equals("security.cryptography.cryptostream")) {
            return new NetCipher.StreamType();
        }
        if (key.matches("security\\.cryptography\\.(aes|rijndael)(managed|cryptoserviceprovider|cng)?")) {
            return new NetCipher.Type();
        }
        if (key.equals("security.cryptography.incrementalhash")) {
            return new IncrementalHash.Type();
        }
        if (key.equals("security.cryptography.hashalgorithmname")) {
            return new IncrementalHash.Names();
        }
        if (key.startsWith("security.cryptography.")) {
            boolean known = key.endsWith(".hashalgorithm") || Hasher.named(key) != null;
            return known ? new Hasher.Type(key) : null;
        }
        AddedMember.Kind member = key.startsWith("ps") ? AddedMember.Kind.named(key.substring(2)) : null;
        if (member != null) {
            return new AddedMembers(member);
        }
        if (key.equals("psmemberinfo")) {
            return new Nothing();
        }
        if (key.startsWith("threading.")) {
            return ThreadingTypes.find(engine, key.substring("threading.".length()));
        }
        if (key.startsWith("runtimedefinedparameter")) {
            return key.endsWith("dictionary")
                    ? new CollectionTypes.OrderedTables()
                    : new RuntimeDefinedParameter.Type();
        }
        AttributeType attribute = AttributeType.find(key);
        if (attribute != null) {
            return attribute;
        }
        if (key.equals("ipaddress")) {
            return WebTypes.find(key);
        }
        if (key.startsWith("net.http.")) {
            return HttpCaller.Type.of(engine, key.substring("net.http.".length()));
        }
        Statics net = key.startsWith("net.") ? WebTypes.find(key.substring("net.".length())) : null;
        net = net == null ? NetEnums.find(key) : net;
        if (net != null) {
            return net;
        }
        Class<?> type = engine.commands().type(name);
        return type != null && type.isEnum() ? EnumType.of(name, type) : null;
    }

    static String text(List<@Nullable Object> arguments, int index) {
        return index < arguments.size() ? Conversion.toText(arguments.get(index)) : "";
    }

    static int number(List<@Nullable Object> arguments, int index) {
        return Objects.requireNonNull(Conversion.to(Integer.class, arguments.get(index)));
    }

    /** Settings of .NET's own HTTP client: kept for the script's sake, without meaning here. */
    private static final class ServicePoints implements Statics {
        private final HashTable values = new HashTable();

        ServicePoints() {
            values.put("securityprotocol", WebTypes.protocols().convert(0));
            values.put("defaultconnectionlimit", 2);
        }

        @Override
        public @Nullable Object get(String property) {
            return values.get(property);
        }

        @Override
        public boolean set(String property, @Nullable Object value) {
            boolean protocol = property.equals("securityprotocol");
            values.put(property, protocol ? WebTypes.protocols().convert(value) : value);
            return true;
        }
    }

    /** {@code PSNoteProperty} and its kin: members that are described before an object gets them. */
    private record AddedMembers(AddedMember.Kind kind) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            Object value = arguments.size() > 1 ? arguments.get(1) : null;
            ScriptBlock second = arguments.size() > 2 && arguments.get(2) instanceof ScriptBlock block ? block : null;
            return new AddedMember(kind, text(arguments, 0), value, second);
        }
    }

    /** {@code [DBNull]::Value}: what a database has where nothing is. */
    private static final class Nowhere implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return property.equals("value") ? VALUE : MISSING;
        }

        private static final CustomObject VALUE = new CustomObject("System.DBNull").told("");
    }

    /** {@code KeyValuePair} and {@code DictionaryEntry}. */
    private static final class Pairs implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return arguments.size() == 2
                    ? new java.util.AbstractMap.SimpleEntry<@Nullable Object, @Nullable Object>(
                            arguments.get(0), arguments.get(1))
                    : MISSING;
        }
    }

    private record NumberType(Class<?> type, Number low, Number high) implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "minvalue" -> Conversion.to(type, low);
                case "maxvalue" -> Conversion.to(type, high);
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (!method.equals("parse")) {
                return MISSING;
            }
            Culture culture = CultureType.among(arguments);
            String text = text(arguments, 0);
            return Conversion.to(type, (culture == null ? Culture.current() : culture).invariant(text));
        }
    }

    private record SmallNumberType(SmallInteger.Kind kind) implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "minvalue" -> kind.of(kind.low());
                case "maxvalue" -> kind.of(kind.high());
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("parse")
                    ? kind.of(Conversion.toNumber(text(arguments, 0)).longValue())
                    : MISSING;
        }
    }

    private static final class Truth implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("parse") ? Boolean.parseBoolean(text(arguments, 0)) : MISSING;
        }

        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "truestring" -> "True";
                case "falsestring" -> "False";
                default -> MISSING;
            };
        }
    }

    private static final class Guid implements Statics {
        @Override
        public @Nullable Object get(String property) {
            return property.equals("empty") ? new UUID(0, 0) : MISSING;
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return switch (method) {
                case "newguid" -> UUID.randomUUID();
                case "parse" -> create(arguments);
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return arguments.isEmpty() ? new UUID(0, 0) : Conversion.to(UUID.class, arguments.get(0));
        }
    }

    private static final class Versions implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("parse") ? create(arguments) : MISSING;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            boolean numbers = arguments.size() > 1;
            List<Object> parts = new java.util.ArrayList<>();
            arguments.forEach(part -> parts.add(part != null ? part : numbers ? 0 : ""));
            Version version = Version.parse(Conversion.toText(Operators.join(parts, ".")));
            return version == null ? MISSING : version;
        }
    }

    /** Objects that begin empty, whatever their constructor is given. */
    private record Made(Supplier<Object> maker) implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            return maker.get();
        }
    }

    private static final class PlainObjects implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return !arguments.isEmpty() && arguments.get(0) instanceof Map<?, ?> map
                    ? CustomObject.of(map)
                    : new CustomObject();
        }
    }

    private static final class Tuples implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("create") ? create(arguments) : MISSING;
        }

        @Override
        public Object create(List<@Nullable Object> arguments) {
            CustomObject tuple = new CustomObject("System.Tuple");
            for (int index = 0; index < arguments.size(); index++) {
                tuple.add("Item" + (index + 1), arguments.get(index));
            }
            return tuple;
        }
    }

    private static final class Credentials implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return arguments.size() == 2 && arguments.get(1) instanceof SecureText password
                    ? new PSCredential(text(arguments, 0), password)
                    : MISSING;
        }

        @Override
        public @Nullable Object get(String property) {
            return property.equals("empty") ? null : MISSING;
        }
    }

    private final class Blocks implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("create") ? engine.types().block(text(arguments, 0)) : MISSING;
        }
    }

    /** Calls that have no meaning here and do no harm, such as {@code [GC]::Collect()}. */
    private static final class Nothing implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return null;
        }
    }

    private static final class ErrorRecords implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.size() != 4 || !(arguments.get(0) instanceof Throwable cause)) {
                return MISSING;
            }
            ErrorCategory category = Conversion.to(ErrorCategory.class, text(arguments, 2));
            return ErrorRecord.of(
                    cause,
                    text(arguments, 1),
                    category == null ? ErrorCategory.NotSpecified : category,
                    arguments.get(3));
        }
    }

    private record Exceptions(String name) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            Throwable cause = arguments.size() > 1 && arguments.get(1) instanceof Throwable inner ? inner : null;
            String message = arguments.isEmpty() ? "Exception of type '" + name + "' was thrown." : text(arguments, 0);
            String full = name.contains(".") ? name : "System." + name;
            if (full.endsWith("FileNotFoundException") && arguments.size() == 2 && cause == null) {
                return NetException.ofFile(full, message, text(arguments, 1));
            }
            if (full.matches(".*Argument(Null|OutOfRange)Exception") && cause == null && !arguments.isEmpty()) {
                String plain = full.contains("Null")
                        ? "Value cannot be null."
                        : "Specified argument was out of the range of valid values.";
                return NetException.ofArgument(
                        full, arguments.size() > 1 ? text(arguments, arguments.size() - 1) : plain, message);
            }
            boolean names = arguments.size() == 2 && cause == null && full.contains("Argument");
            return names
                    ? NetException.ofArgument(full, message, text(arguments, 1))
                    : new NetException(full, message, cause);
        }
    }
}
