package org.openbits.shell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No text hangs the parser, overflows its stack or makes it throw anything but a syntax error with a position. */
class ParserFuzzTest {

    private static final List<String> SEEDS = List.of(
            "$Job = Start-BitsTransfer -Source http://h/File1.zip `\n  -Destination /d/ -Asynchronous\n",
            "while (($Job.JobState -eq \"Transferring\") -or ($Job.JobState -eq \"Connecting\")) { sleep 5;}\n",
            "Switch($Job.JobState)\n{ \"Transferred\" {Complete-BitsTransfer -BitsJob $Job} default {\"x $($a.b[1])\"} }\n",
            "function f { [CmdletBinding()] param([Parameter(Mandatory=$true)][ValidateSet('a','b')][string[]]$x = @('a')) begin {1} process { $_ } end {} }\n",
            "try { throw 'x' } catch [System.Exception] { \"$_\" } finally { [math]::Round(1.5kb, 2) }\n",
            "@{ a = 1; 'b' = @(1..3 | % { $_ * 2 }) }; $x?.y ?? 5; $a ? 1 : 2\n",
            "@\"\nhere $x $(1+1)\n\"@ -replace 'a(.)', '$1' -split ',' -join \"`t\"\n",
            ":l foreach ($i in 1,2) { if (!$i) { continue l } elseif ($i -lt 5) { break } else { return } } 2>&1 >> f\n",
            "using namespace System.IO\n[Flags()] enum Level { Low = 1; High }\nStart-Job { $using:x } | Wait-Job\n",
            "class A : B { [ValidateSet('a')][string]$n = 'a'; hidden static $c; A($x) : base($x) { $this.n = $x } [int] F() { return 1 } }\n",
            "switch -Regex -File $log { '^(?<a>.)' { $Matches.a } default { [xml]'<a/>' } }\n",
            "& \"a b\" --% x | ? Name -like *x* | select @{n='a';e={$_.b}} -First 1 # c\n<# d #>");

    private static final String ALPHABET = "$@(){}[]\"'`|&;,.:<>#-+*/%=!?~^\\ \n\tabifxE019_";

    @Test
    @Timeout(300)
    void survivesMutatedScripts() {
        Random random = new Random(20261122);
        for (int round = 0; round < 20_000; round++) {
            check(mutate(SEEDS.get(random.nextInt(SEEDS.size())) + SEEDS.get(random.nextInt(SEEDS.size())), random));
        }
    }

    @Test
    @Timeout(300)
    void survivesNoise() {
        Random random = new Random(7);
        for (int round = 0; round < 30_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            check(text.toString());
        }
    }

    @Test
    @Timeout(300)
    void survivesEveryBeginning() {
        String all = String.join("", SEEDS);
        for (int end = 0; end < all.length(); end++) {
            check(all.substring(0, end));
        }
    }

    @Test
    void takesTimeInProportionToTheText() {
        String long1 = "\"$(\"".repeat(60);
        String long2 = "a;".repeat(200_000);
        String long3 = "1" + "+1".repeat(50_000);
        String long4 = "[a[".repeat(150) + "(".repeat(150);
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (String text : List.of(long1, long2, long3, long4, "#requires x\n".repeat(20_000))) {
                check(text);
            }
        });
    }

    private static String mutate(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = 1 + random.nextInt(6); i > 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 2 -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
            }
        }
        return text.toString();
    }

    private static void check(String text) {
        try {
            Parser.parse(text, "fuzz");
        } catch (SyntaxError e) {
            assertThat(e.span().start()).as(text).isBetween(0, text.length());
            assertThat(e.span().end()).as(text).isBetween(e.span().start(), text.length());
            assertThat(e.errorId()).as(text).isNotEmpty();
        }
        Parser.lexemes(text);
    }
}
