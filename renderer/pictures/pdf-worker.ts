// Reads PDF documents in a thread of its own. Bundled as a file, because the page may load no other.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
