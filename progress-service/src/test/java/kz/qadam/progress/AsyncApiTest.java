package kz.qadam.progress;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.chassis.testing.AsyncApiRules;
import kz.qadam.local.QadamBackends;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class AsyncApiTest extends AsyncApiRules {}
