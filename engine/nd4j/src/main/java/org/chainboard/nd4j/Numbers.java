package org.chainboard.nd4j;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Native memory as numbers, for loops in Java; a float is rounded when it is put. */
interface Numbers {
    double get(long place);

    void put(long place, double number);

    static Numbers of(INDArray array) {
        Object indexer = array.data().indexer();
        return indexer instanceof FloatIndexer floats ? new Floats(floats) : new Doubles((DoubleIndexer) indexer);
    }

    record Floats(FloatIndexer memory) implements Numbers {
        @Override
        public double get(long place) {
            return memory.get(place);
        }

        @Override
        public void put(long place, double number) {
            memory.put(place, (float) number);
        }
    }

    record Doubles(DoubleIndexer memory) implements Numbers {
        @Override
        public double get(long place) {
            return memory.get(place);
        }

        @Override
        public void put(long place, double number) {
            memory.put(place, number);
        }
    }
}
