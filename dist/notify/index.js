require('../start.js').start('notify');
