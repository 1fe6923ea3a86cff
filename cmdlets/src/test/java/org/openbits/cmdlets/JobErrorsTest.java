package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;

class JobErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "E_FAIL, false, 1",
        "E_INVALIDARG, false, 2",
        "BG_E_NOT_FOUND, false, 3",
        "ERROR_FILE_NOT_FOUND, true, 3",
        "ERROR_FILE_NOT_FOUND, false, 7",
        "E_ACCESSDENIED, true, 4",
        "E_ACCESSDENIED, false, 7",
        "ERROR_LOGON_FAILURE, true, 4",
        "BG_E_NETWORK_DISCONNECTED, false, 5",
        "BG_E_NO_PROGRESS, false, 5",
        "ERROR_CRC, false, 6",
        "BG_E_REMOTE_FILE_CHANGED, true, 6",
        "ERROR_DISK_FULL, false, 7",
        "BG_E_BLOCKED_BY_POLICY, false, 9",
        "BG_E_BLOCKED_BY_COST_TRANSFER_POLICY, false, 9",
        "BG_E_BLOCKED_BY_BATTERY_POLICY, false, 9",
        "BG_E_TOO_MANY_JOBS_PER_USER, false, 9",
        "BG_E_TOO_MANY_JOBS_PER_MACHINE, false, 9",
        "BG_E_TOO_MANY_FILES_IN_JOB, false, 9",
        "BG_E_TOO_MANY_RANGES_IN_FILE, false, 9",
        "ERROR_SERVICE_NOT_ACTIVE, false, 11"
    })
    void aCodeOfTheQueueIsAnExitCode(String symbol, boolean remote, int exitCode) {
        ErrorCode code = StreamSupport.stream(ErrorCode.named().spliterator(), false)
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        assertThat(JobErrors.exitCode(code, remote ? ErrorContext.REMOTE_FILE : ErrorContext.LOCAL_FILE))
                .isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource({
        "404, 3", "410, 3", "401, 4", "403, 4", "407, 4", "408, 5", "429, 5", "500, 5", "503, 5", "501, 1", "418, 1"
    })
    void aStatusOfHttpIsAnExitCode(int status, int exitCode) {
        assertThat(JobErrors.exitCode(ErrorCode.http(status), ErrorContext.REMOTE_FILE))
                .isEqualTo(exitCode);
    }
}
