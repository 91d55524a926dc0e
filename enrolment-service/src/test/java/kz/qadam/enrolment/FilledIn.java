package kz.qadam.enrolment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A spreadsheet that somebody has filled in as an office program does, below its header row. */
public final class FilledIn {

    private FilledIn() {}

    /**
     * Fills in rows below what is there.
     *
     * @param header the columns that are filled in
     * @param rows texts as they are typed, or numbers, days and truths where a column does not hold texts
     */
    public static byte[] of(byte[] template, String header, Object[]... rows) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            Sheet sheet = workbook.getSheetAt(0);
            String[] names = header.split(",", -1);
            for (Object[] values : rows) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int i = 0; i < values.length; i++) {
                    fill(row, place(sheet, names[i]), values[i]);
                }
            }
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sheet that nobody formatted, with this header row. */
    public static byte[] plain(String header) {
        try (var workbook = new XSSFWorkbook()) {
            Row row = workbook.createSheet().createRow(0);
            String[] names = header.split(",", -1);
            for (int i = 0; i < names.length; i++) {
                row.createCell(i).setCellValue(names[i]);
            }
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int place(Sheet sheet, String name) {
        for (var cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("There is no column " + name);
    }

    private static void fill(Row row, int column, Object value) {
        var cell = row.createCell(column);
        cell.setCellStyle(row.getSheet().getColumnStyle(column));
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            var style = row.getSheet().getWorkbook().createCellStyle();
            style.setDataFormat((short) 14);
            cell.setCellStyle(style);
            cell.setCellValue(day);
        } else {
            cell.setCellValue((String) value);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }
}
