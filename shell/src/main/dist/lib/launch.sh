# Sourced by the programs in bin/: finds Java, keeps the argument files and class-data archives, starts a main class.
#
# An argument file NAME.args holds the flags and the class path of one kind of process, NAME.jsa its class-data archive:
#   client   the prompt, -c, scripts: no store, no HTTP, no SMB, no logging
#   service  the background service
#   server   the BITS server: Jetty; without an archive, as it starts once and runs long
#   all      everything in one process: -NoService, jshell
# Beside them, cmdlets.table holds what annotations say of the commands.
# Both are bound to the place of the jars, their times and the very build of Java, so they are made on the first call and
# again when one of these changes. They live beside the jars, or in the user's cache when that directory is read-only.
# The first line of an argument file, a comment, says what it was made for.

# A closed standard stream would be taken by the first file Java opens.
{ : >&2; } 2>/dev/null || exec 2>/dev/null
{ : <&0; } 2>/dev/null || exec 0</dev/null
{ : >&1; } 2>/dev/null || exec 1>/dev/null

# Without a UTF-8 locale Java 17 could not name files beyond ASCII.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]*8*) ;;
  *) [[ -z ${LC_ALL:-} ]] || { export LANG="$LC_ALL"; unset LC_ALL; }
     export LC_CTYPE=C.UTF-8 ;;
esac

nowhere='annotations-* error_prone_annotations-* j2objc-annotations-* listenablefuture-* jspecify-*'
client_excludes="$nowhere slf4j-* mapdb-* elsa-* kotlin-* eclipse-collections-* guava-* failureaccess-* lz4-java-*
  httpclient5-* httpcore5-* jcifs-ng-* bcprov-* jetty-*"
service_excludes="$nowhere slf4j-nop-* openbits-shell-* openbits-cmdlets-* openbits-examples-* jline-* groovy-* fastcsv-* jetty-*"
server_excludes="$nowhere slf4j-nop-* openbits-shell-* openbits-cmdlets-* openbits-examples-* jline-* groovy-* fastcsv-* jackson-* mapdb-* elsa-* kotlin-*
  eclipse-collections-* guava-* failureaccess-* lz4-java-* httpclient5-* httpcore5-* jcifs-ng-* bcprov-*"
all_excludes="$nowhere"

# Mapped where they were made, archives need no relocation; only the short-lived kinds give up the
# random place for that. Unknown flags are passed over, for they are those of one virtual machine.
quick='-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0'
client_flags="$quick -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
# The same as in ServiceCommand.java. The last three: with the first compiler's code soon final, the second has less to take.
service_flags='-Xmx224m -Xms32m -Xmn24m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -Xss512k -XX:+UseSerialGC -XX:MaxDirectMemorySize=64m -XX:+ExitOnOutOfMemoryError
  -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions
  -XX:Tier4InvocationThreshold=1500 -XX:Tier4MinInvocationThreshold=300 -XX:Tier4CompileThreshold=4000'
# The same as in ServerProcess.java. The last four: ten times the usual, so that the second compiler takes only what is hot for
# long. It took a fifth of the processor time of the first uploads, while the bytes waited.
server_flags='-Xmx256m -XX:MaxDirectMemorySize=192m -Xss512k -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError
  -XX:+IgnoreUnrecognizedVMOptions -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
  -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000'
all_flags="$quick -XX:+UseSerialGC"
common_flags='-Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -XX:-UsePerfData
  -Dfile.encoding=UTF-8'

die() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 1
}

# Sets java (the program) and java_build (what identifies this build of Java).
find_java() {
  if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java
    [[ -x $java ]] || die "JAVA_HOME is $JAVA_HOME, which holds no bin/java. Set it to a JDK 17 or newer, or unset it."
  else
    java=$(type -P java) || die "Java was not found. Install a JDK 17 or newer (Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME."
    [[ ! -L $java ]] || java=$(readlink -f -- "$java")
  fi
  java_build=
  [[ ! -r ${java%/bin/java}/release ]] || IFS= read -r -d '' java_build <"${java%/bin/java}/release"
  [[ $java_build =~ JAVA_RUNTIME_VERSION=\"([^\"]*)\" || $java_build =~ JAVA_VERSION=\"([^\"]*)\" ]] && java_build=${BASH_REMATCH[1]}
}

check_java() {
  local version=$java_build
  [[ -n $version ]] || version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')
  [[ ${version%%[!0-9]*} -ge 17 ]] 2>/dev/null ||
    die "$java is Java ${version:-of an unknown version}; a JDK 17 or newer is needed. Set JAVA_HOME to one."
  # Later ones warn of native code that nobody allowed; earlier ones would leave parts of their archive unused.
  [[ ${version%%[!0-9]*} -lt 22 ]] || common_flags+=' --enable-native-access=ALL-UNNAMED'
}

# Does argument file $1 fit this Java, this place and these jars?
fits() {
  local first jar
  [[ -r $1 ]] && read -r first <"$1" && [[ $first == "$stamp" ]] || return 1
  for jar in "$lib"/*.jar "$lib"/log/*.jar; do
    [[ ! $jar -nt $1 ]] || return 1
  done
}

# Prints the class path of kind $1.
class_path() {
  local excludes="$1_excludes" jar name pattern path=
  set -f; local patterns=(${!excludes}); set +f
  # Ours first: services are looked for in one jar after another.
  for jar in "$lib"/openbits-*.jar "$lib"/*.jar; do
    name=${jar##*/}
    [[ :$path: != *":$jar:"* ]] || continue
    for pattern in "${patterns[@]}"; do
      # shellcheck disable=SC2053
      [[ $name != $pattern ]] || continue 2
    done
    path+=${path:+:}$jar
  done
  # Only what runs in the background writes a log.
  [[ $1 != service && $1 != server ]] || for jar in "$lib"/log/*.jar; do path+=:$jar; done
  printf '%s' "$path"
}

compilers=-XX:CompilerDirectivesFile=$lib/service.compilers

# Writes argument file $1.args into $2, with the archive option $3.
write_args() {
  local flags="$1_flags" flag path
  path=$(class_path "$1")
  {
    printf '%s\n' "$stamp"
    for flag in ${!flags} $common_flags; do printf '%s\n' "$flag"; done
    [[ $1 != service ]] || set -- "$@" "$compilers"
    for flag in "${@:3}" "-Dopenbits.lib=$lib" "-Dopenbits.args=$args" -cp "$path"; do
      flag=${flag//\\/\\\\}
      printf '"%s"\n' "${flag//\"/\\\"}"
    done
  } >"$2/$1.args"
}

# Makes argument files and archives in $args. What fails costs speed only, so it is silent.
prepare() {
  local room kind
  check_java
  room=$(mktemp -d "$args/.prepare.XXXXXX") || return
  for kind in client service all; do
    write_args "$kind" "$room" "-XX:ArchiveClassesAtExit=$room/$kind.jsa"
    # A rehearsal is too short for the second compiler to pay.
    printf '%s\n' -XX:TieredStopAtLevel=1 | cat - "$room/$kind.args" >"$room/args" && mv "$room/args" "$room/$kind.args"
  done
  rehearse "$room" >"$room/log" 2>&1 </dev/null
  rm -f -- "$args/cmdlets.table"
  [[ ! -s $room/cmdlets.table ]] || mv -f -- "$room/cmdlets.table" "$args/cmdlets.table"
  for kind in client service all; do
    [[ ! -s $room/$kind.jsa ]] || mv -f -- "$room/$kind.jsa" "$args/$kind.jsa"
    write_args "$kind" "$room" "-XX:SharedArchiveFile=$args/$kind.jsa"
    mv -f -- "$room/$kind.args" "$args/$kind.args"
  done
  write_args server "$room" -Xshare:auto
  mv -f -- "$room/server.args" "$args/server.args"
  [[ -n ${BITS_KEEP_REHEARSAL:-} ]] || rm -rf -- "$room"
}

# Runs each kind of process once, on a home of its own, so that Java can archive the classes it loaded.
rehearse() {
  local limit=() lines='Get-BitsTransfer\n"$(1 + 1)"\nGet-Nothing\n'
  ! type -P timeout >/dev/null || limit=(timeout 300)
  printf "$lines" | BITS_HOME=$1/c "${limit[@]}" "$java" @"$1/client.args" "-Dopenbits.args=$1" org.openbits.shell.RehearsalMain &
  BITS_HOME=$1/a "${limit[@]}" "$java" @"$1/all.args" org.openbits.shell.RehearsalMain -NoService </dev/null &
  wait
}

# Sets surroundings: what Java cannot find out by itself. See Surroundings.java.
look_around() {
  local stream terminals=
  for stream in 0 1 2; do
    [[ ! -t $stream ]] || terminals+=$stream
  done
  surroundings=("-Dopenbits.terminals=$terminals")
  if [[ -n $terminals ]]; then
    # Bash asks the terminal for its width after a command that is no builtin.
    shopt -s checkwinsize
    (:)
    surroundings+=("-Dopenbits.columns=${COLUMNS:-}")
  fi
}

# launch KIND MAIN ARGUMENT...: replaces this process by Java.
launch() {
  local kind=$1 main=$2 args
  shift 2
  find_java
  look_around
  stamp="# ${java} ${java_build} ${lib}"
  stamp=${stamp//$'\n'/ }
  for args in "$lib" "${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/openbits"; do
    ! fits "$args/$kind.args" || exec "$java" @"$args/$kind.args" "${surroundings[@]}" "$main" "$@"
  done
  for args in "$lib" "${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/openbits"; do
    [[ -w $args ]] || mkdir -p -- "$args" 2>/dev/null && [[ -w $args ]] || continue
    if type -P flock >/dev/null; then
      exec {lock}>"$args/.lock"
      flock "$lock"
      fits "$args/$kind.args" || prepare
      exec {lock}>&-
    else
      prepare
    fi
    ! fits "$args/$kind.args" || exec "$java" @"$args/$kind.args" "${surroundings[@]}" "$main" "$@"
  done
  # Nowhere to write: start without archive.
  check_java
  local flags="${kind}_flags" more=()
  [[ $kind != service ]] || more=("$compilers")
  # shellcheck disable=SC2086
  exec "$java" ${!flags} $common_flags "${more[@]}" "-Dopenbits.lib=$lib" "${surroundings[@]}" \
    -cp "$(class_path "$kind")" "$main" "$@"
}
