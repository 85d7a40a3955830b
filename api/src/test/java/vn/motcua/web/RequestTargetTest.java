package vn.motcua.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RequestTargetTest {
    @Test
    void vietnameseTextEncodedAsUtf8IsSound() {
        assertTrue(RequestTarget.isSound("/v1/procedures?q=%C4%91%C4%83ng+k%C3%BD"));
        assertTrue(RequestTarget.isSound("/"));
    }

    @Test
    void nulIsRefused() {
        assertFalse(RequestTarget.isSound("/v1/procedures?q=a%00b"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertFalse(RequestTarget.isSound("/v1/procedures?q=%C4"));
        assertFalse(RequestTarget.isSound("/v1/procedures?q=%ED%A0%80"));
    }

    @Test
    void damagedPercentEscapesAreRefused() {
        assertFalse(RequestTarget.isSound("/v1/procedures?q=100%"));
        assertFalse(RequestTarget.isSound("/v1/procedures?q=%zz"));
    }
}
