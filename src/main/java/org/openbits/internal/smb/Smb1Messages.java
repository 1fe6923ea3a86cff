package org.openbits.internal.smb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jcifs.CIFSContext;
import jcifs.Configuration;
import jcifs.internal.Request;
import jcifs.internal.SMBProtocolDecodingException;
import jcifs.internal.fscc.FileInformation;
import jcifs.internal.smb1.ServerMessageBlock;
import jcifs.internal.smb1.com.SmbComBlankResponse;
import jcifs.internal.smb1.com.SmbComDelete;
import jcifs.internal.smb1.com.SmbComReadAndX;
import jcifs.internal.smb1.com.SmbComReadAndXResponse;
import jcifs.internal.smb1.com.SmbComWriteAndX;
import jcifs.internal.smb1.com.SmbComWriteAndXResponse;
import jcifs.internal.smb1.trans.SmbComTransaction;
import jcifs.internal.smb1.trans.SmbComTransactionResponse;
import jcifs.internal.smb1.trans2.Trans2FindFirst2;
import jcifs.internal.smb1.trans2.Trans2FindFirst2Response;
import jcifs.internal.smb1.trans2.Trans2FindNext2;
import jcifs.internal.smb1.trans2.Trans2SetFileInformation;
import jcifs.internal.smb1.trans2.Trans2SetFileInformationResponse;
import jcifs.internal.util.SMBUtil;
import org.jspecify.annotations.Nullable;

/**
 * The messages of SMB 1 (MS-CIFS), each with its answer; those the library lacks are flush, the facts of an open file, and a
 * rename that replaces.
 */
final class Smb1Messages {

    private static final int LISTED_AT_ONCE = 200;
    private static final int LISTED_BYTES = 0xF000;

    private Smb1Messages() {}

    /** SMB_COM_FLUSH (MS-CIFS 2.2.4.6). */
    static final class Flush extends ServerMessageBlock implements Request<SmbComBlankResponse> {

        private static final byte FLUSH = 0x05;

        private final int file;

        Flush(Configuration config, int file) {
            super(config, FLUSH);
            this.file = file;
        }

        @Override
        public SmbComBlankResponse getResponse() {
            return (SmbComBlankResponse) super.getResponse();
        }

        @Override
        public SmbComBlankResponse initResponse(CIFSContext context) {
            SmbComBlankResponse response = new SmbComBlankResponse(context.getConfig());
            setResponse(response);
            return response;
        }

        @Override
        protected int writeParameterWordsWireFormat(byte[] to, int at) {
            SMBUtil.writeInt2(file, to, at);
            return 2;
        }

        @Override
        protected int writeBytesWireFormat(byte[] to, int at) {
            return 0;
        }

        @Override
        protected int readParameterWordsWireFormat(byte[] from, int at) {
            return 0;
        }

        @Override
        protected int readBytesWireFormat(byte[] from, int at) {
            return 0;
        }
    }

    /** SMB_COM_DELETE. */
    static final class Delete extends SmbComDelete implements Request<SmbComBlankResponse> {

        Delete(Configuration config, String path) {
            super(config, path);
        }

        @Override
        public SmbComBlankResponse getResponse() {
            return (SmbComBlankResponse) super.getResponse();
        }

        @Override
        public SmbComBlankResponse initResponse(CIFSContext context) {
            SmbComBlankResponse response = new SmbComBlankResponse(context.getConfig());
            setResponse(response);
            return response;
        }
    }

    /** SMB_COM_READ_ANDX into a room. */
    static final class Read extends SmbComReadAndX implements Request<SmbComReadAndXResponse> {

        private final byte[] room;

        Read(Configuration config, int file, long offset, int bytes, byte[] room) {
            super(config, file, offset, bytes, null);
            this.room = room;
            setOpenTimeout(0); // the upper half of the count, where large reads are agreed upon
        }

        @Override
        public SmbComReadAndXResponse getResponse() {
            return (SmbComReadAndXResponse) super.getResponse();
        }

        @Override
        public SmbComReadAndXResponse initResponse(CIFSContext context) {
            SmbComReadAndXResponse response = new SmbComReadAndXResponse(context.getConfig(), room, 0);
            setResponse(response);
            return response;
        }
    }

    /** SMB_COM_WRITE_ANDX. */
    static final class Write extends SmbComWriteAndX implements Request<SmbComWriteAndXResponse> {

        Write(Configuration config, int file, long offset, byte[] from, int start, int count) {
            super(config, file, offset, 0, from, start, count, null);
        }

        @Override
        public SmbComWriteAndXResponse getResponse() {
            return (SmbComWriteAndXResponse) super.getResponse();
        }

        @Override
        public SmbComWriteAndXResponse initResponse(CIFSContext context) {
            SmbComWriteAndXResponse response = new SmbComWriteAndXResponse(context.getConfig());
            setResponse(response);
            return response;
        }
    }

    /** The first names that match (TRANS2_FIND_FIRST2). */
    static final class Find extends Trans2FindFirst2 implements Request<Trans2FindFirst2Response> {

        Find(Configuration config, String directory, String pattern, int attributes) {
            super(config, directory, pattern, attributes, LISTED_AT_ONCE, LISTED_BYTES);
        }

        @Override
        public Trans2FindFirst2Response getResponse() {
            return (Trans2FindFirst2Response) super.getResponse();
        }

        @Override
        public Trans2FindFirst2Response initResponse(CIFSContext context) {
            Trans2FindFirst2Response response = new Trans2FindFirst2Response(context.getConfig());
            setResponse(response);
            return response;
        }
    }

    /** The names after those (TRANS2_FIND_NEXT2). */
    static final class FindMore extends Trans2FindNext2 implements Request<Trans2FindFirst2Response> {

        FindMore(Configuration config, int search, Trans2FindFirst2Response before) {
            super(config, search, before.getResumeKey(), before.getLastName(), LISTED_AT_ONCE, LISTED_BYTES);
        }

        @Override
        public Trans2FindFirst2Response getResponse() {
            return (Trans2FindFirst2Response) super.getResponse();
        }

        @Override
        public Trans2FindFirst2Response initResponse(CIFSContext context) {
            Trans2FindFirst2Response response = new Trans2FindFirst2Response(context.getConfig());
            response.setSubCommand(TRANS2_FIND_NEXT2);
            setResponse(response);
            return response;
        }
    }

    /** TRANS2_QUERY_FILE_INFORMATION with SMB_QUERY_FILE_ALL_INFO (MS-CIFS 2.2.6.8, 2.2.8.3.10). */
    static final class AskFacts extends SmbComTransaction implements Request<ToldFacts> {

        private static final int ALL_INFO = 0x107;

        private final int file;

        AskFacts(Configuration config, int file) {
            super(config, SMB_COM_TRANSACTION2, TRANS2_QUERY_FILE_INFORMATION);
            this.file = file;
            maxParameterCount = 2;
        }

        @Override
        public ToldFacts getResponse() {
            return (ToldFacts) super.getResponse();
        }

        @Override
        public ToldFacts initResponse(CIFSContext context) {
            ToldFacts response = new ToldFacts(context.getConfig());
            setResponse(response);
            return response;
        }

        @Override
        protected int writeSetupWireFormat(byte[] to, int at) {
            SMBUtil.writeInt2(getSubCommand(), to, at);
            return 2;
        }

        @Override
        protected int writeParametersWireFormat(byte[] to, int at) {
            SMBUtil.writeInt2(file, to, at);
            SMBUtil.writeInt2(ALL_INFO, to, at + 2);
            return 4;
        }

        @Override
        protected int writeDataWireFormat(byte[] to, int at) {
            return 0;
        }

        @Override
        protected int readSetupWireFormat(byte[] from, int at, int length) {
            return 0;
        }

        @Override
        protected int readParametersWireFormat(byte[] from, int at, int length) {
            return 0;
        }

        @Override
        protected int readDataWireFormat(byte[] from, int at, int length) {
            return 0;
        }
    }

    /** Four times of 8 octets, attributes 4, reserved 4, AllocationSize 8, EndOfFile 8, ... */
    static final class ToldFacts extends SmbComTransactionResponse {

        private @Nullable Facts facts;

        ToldFacts(Configuration config) {
            super(config);
            setSubCommand(SmbComTransaction.TRANS2_QUERY_FILE_INFORMATION);
        }

        Facts facts() throws SMBProtocolDecodingException {
            if (facts == null) {
                throw new SMBProtocolDecodingException("The server did not say the file's size and time");
            }
            return facts;
        }

        @Override
        protected int readDataWireFormat(byte[] from, int at, int length) throws SMBProtocolDecodingException {
            if (length < 56) {
                throw new SMBProtocolDecodingException("The answer about the file's size and time is malformed");
            }
            facts = new Facts(SMBUtil.readInt8(from, at + 48), Facts.instant(SMBUtil.readInt8(from, at + 16)));
            return length;
        }

        @Override
        protected int readSetupWireFormat(byte[] from, int at, int length) {
            return 0;
        }

        @Override
        protected int readParametersWireFormat(byte[] from, int at, int length) {
            return length;
        }

        @Override
        protected int writeSetupWireFormat(byte[] to, int at) {
            return 0;
        }

        @Override
        protected int writeParametersWireFormat(byte[] to, int at) {
            return 0;
        }

        @Override
        protected int writeDataWireFormat(byte[] to, int at) {
            return 0;
        }
    }

    /** TRANS2_SET_FILE_INFORMATION (MS-CIFS 2.2.6.9). */
    static class Set extends Trans2SetFileInformation implements Request<Trans2SetFileInformationResponse> {

        Set(Configuration config, int file, FileInformation information) {
            super(config, file, information);
        }

        @Override
        public Trans2SetFileInformationResponse getResponse() {
            return (Trans2SetFileInformationResponse) super.getResponse();
        }

        @Override
        public Trans2SetFileInformationResponse initResponse(CIFSContext context) {
            Trans2SetFileInformationResponse response = new Trans2SetFileInformationResponse(context.getConfig());
            setResponse(response);
            return response;
        }
    }

    /** The same with FileRenameInformation passed through (MS-SMB 2.2.2.3.5, MS-FSCC 2.4.42.1). */
    static final class Rename extends Set {

        private static final int PASSED_THROUGH = 1000;
        private static final int RENAME_INFORMATION = 10;

        private final int file;

        /** @param name without a directory */
        Rename(Configuration config, int file, String name) {
            super(config, file, new Name(name));
            this.file = file;
        }

        @Override
        protected int writeParametersWireFormat(byte[] to, int at) {
            SMBUtil.writeInt2(file, to, at);
            SMBUtil.writeInt2(PASSED_THROUGH + RENAME_INFORMATION, to, at + 2);
            SMBUtil.writeInt2(0, to, at + 4);
            return 6;
        }

        /** ReplaceIfExists 1, reserved 3, RootDirectory 4, FileNameLength 4, FileName. */
        private record Name(String name) implements FileInformation {

            @Override
            public byte getFileInformationLevel() {
                return RENAME_INFORMATION;
            }

            @Override
            public int size() {
                return 12 + 2 * name.length();
            }

            @Override
            public int encode(byte[] to, int at) {
                byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
                Arrays.fill(to, at, at + 12, (byte) 0);
                to[at] = 1;
                SMBUtil.writeInt4(letters.length, to, at + 8);
                System.arraycopy(letters, 0, to, at + 12, letters.length);
                return 12 + letters.length;
            }

            @Override
            public int decode(byte[] from, int at, int length) {
                throw new UnsupportedOperationException();
            }
        }
    }
}
