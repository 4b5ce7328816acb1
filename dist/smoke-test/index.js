require('../start.js').start('smoke-test');
