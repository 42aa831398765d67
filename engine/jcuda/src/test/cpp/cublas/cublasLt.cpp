// The real cuBLAS needs this library beside it; the stand-in does not.
