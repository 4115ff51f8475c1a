import java.io.File;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** Validates documents against a schema: prints 'ok' or 'not ok' for each. */
public class Validate {
    public static void main(String[] args) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(
            "http://www.w3.org/2001/XMLSchema",
            "org.apache.xerces.jaxp.validation.XMLSchemaFactory", null);
        Schema schema;
        try {
            schema = factory.newSchema(new File(args[0]));
            System.out.println("ok xerces: " + args[0]);
        } catch (SAXException e) {
            System.out.println("not ok xerces: " + args[0]);
            System.out.println("    " + e);
            return;
        }
        for (int i = 1; i < args.length; i++) {
            Validator validator = schema.newValidator();
            try {
                validator.validate(new StreamSource(new File(args[i])));
                System.out.println("ok xerces: " + args[i]);
            } catch (SAXException e) {
                System.out.println("not ok xerces: " + args[i]);
                System.out.println("    " + e);
            }
        }
    }
}
